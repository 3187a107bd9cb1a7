<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{weeks} w {days} d</source>
        <translation>{weeks} tuần {days} ngày</translation>
    </message>
    <message>
        <source>{formula} holds from {low} to {high}.</source>
        <translation>{formula} áp dụng từ {low} đến {high}.</translation>
    </message>
    <message>
        <source>There is no head circumference in millimetres.</source>
        <translation>Không có chu vi vòng đầu tính bằng milimét.</translation>
    </message>
    <message>
        <source>Hadlock&apos;s formula</source>
        <translation>Công thức Hadlock</translation>
    </message>
    <message>
        <source>The INTERGROWTH-21st formula</source>
        <translation>Công thức INTERGROWTH-21st</translation>
    </message>
    <message>
        <source>The date of the scan lies too far in the future.</source>
        <translation>Ngày siêu âm quá xa trong tương lai.</translation>
    </message>
    <message>
        <source>The scan lies before the last menstrual period.</source>
        <translation>Ngày siêu âm trước kỳ kinh cuối.</translation>
    </message>
    <message>
        <source>The expected delivery lies more than {days} days after the scan.</source>
        <translation>Ngày dự sinh sau ngày siêu âm hơn {days} ngày.</translation>
    </message>
    <message>
        <source>The earlier scan lies after this one.</source>
        <translation>Lần siêu âm trước lại sau lần này.</translation>
    </message>
    <message>
        <source>An age lies between 0 and {weeks} weeks.</source>
        <translation>Tuổi thai nằm trong khoảng 0 đến {weeks} tuần.</translation>
    </message>
    <message>
        <source>The age would be {age}, more than {weeks} weeks: check the dates.</source>
        <translation>Tuổi thai sẽ là {age}, hơn {weeks} tuần: hãy kiểm tra các ngày.</translation>
    </message>
    <message>
        <source>There is no {measure} in millimetres.</source>
        <translation>Không có {measure} tính bằng milimét.</translation>
    </message>
    <message>
        <source>The INTERGROWTH-21st standards hold from {low} to {high}.</source>
        <translation>Chuẩn INTERGROWTH-21st áp dụng từ {low} đến {high}.</translation>
    </message>
    <message>
        <source>The ground truth cannot be read: {reason}</source>
        <translation>Không đọc được tham chiếu: {reason}</translation>
    </message>
    <message>
        <source>The ground truth {file} is empty.</source>
        <translation>Tham chiếu {file} trống.</translation>
    </message>
    <message>
        <source>The ground truth is {width} x {height} pixels, the image {wanted_width} x {wanted_height}: they do not belong together, so the ground truth is left out.</source>
        <translation>Tham chiếu có {width} x {height} điểm ảnh, ảnh có {wanted_width} x {wanted_height}: chúng không thuộc về nhau, nên bỏ qua tham chiếu.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be shown ({reason}). Copy it again from its source.</source>
        <translation>{file} bị hỏng và không hiển thị được ({reason}). Hãy chép lại từ nguồn.</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>Thiếu {file}.</translation>
    </message>
    <message>
        <source>{file} may not be read: permission denied.</source>
        <translation>Không được phép đọc {file}.</translation>
    </message>
    <message>
        <source>{file} claims a size that is too large for a scan.</source>
        <translation>{file} khai kích thước quá lớn so với ảnh siêu âm.</translation>
    </message>
    <message>
        <source>{file} is damaged or no PNG, JPEG, TIFF or BMP image. Copy it again from its source.</source>
        <translation>{file} bị hỏng hoặc không phải ảnh PNG, JPEG, TIFF hay BMP. Hãy chép lại từ nguồn.</translation>
    </message>
    <message>
        <source>{file} is only {width} x {height} pixels: too small for a scan.</source>
        <translation>{file} chỉ có {width} x {height} điểm ảnh: quá nhỏ so với ảnh siêu âm.</translation>
    </message>
    <message>
        <source>{file} claims {width} x {height} pixels: too large for a scan.</source>
        <translation>{file} khai {width} x {height} điểm ảnh: quá lớn so với ảnh siêu âm.</translation>
    </message>
    <message>
        <source>{folder} holds other files. Choose an empty or a new folder for the sample study.</source>
        <translation>{folder} có tệp khác. Hãy chọn thư mục trống hoặc mới cho bộ ảnh mẫu.</translation>
    </message>
    <message>
        <source>The sample study cannot be written into {folder}: {reason}. Choose another folder.</source>
        <translation>Không ghi được bộ ảnh mẫu vào {folder}: {reason}. Hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Drawing the sample study</source>
        <translation>Đang vẽ bộ ảnh mẫu</translation>
    </message>
    <message>
        <source>{path} holds no PNG, JPEG, TIFF or BMP image. Choose the folder that holds the images, or the folder above HC18&apos;s training_set and test_set.</source>
        <translation>{path} không có ảnh PNG, JPEG, TIFF hay BMP. Hãy chọn thư mục chứa ảnh, hoặc thư mục chứa training_set và test_set của HC18.</translation>
    </message>
    <message>
        <source>Opening the study</source>
        <translation>Đang mở bộ ảnh</translation>
    </message>
    <message>
        <source>There is nothing at {path}. Check the path.</source>
        <translation>Không có gì ở {path}. Hãy kiểm tra đường dẫn.</translation>
    </message>
    <message>
        <source>{file} is no image that can be opened: PNG, JPEG, TIFF or BMP are.</source>
        <translation>{file} không phải ảnh mở được: chỉ PNG, JPEG, TIFF hay BMP.</translation>
    </message>
    <message>
        <source>{folder} cannot be listed: {reason}.</source>
        <translation>Không liệt kê được {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The table has no row for it: pixel size unknown.</source>
        <translation>Bảng không có dòng cho ảnh này: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>There is no table of pixel sizes: pixel size unknown.</source>
        <translation>Không có bảng kích thước điểm ảnh: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): pixel size unknown.</source>
        <translation>Không đọc được {file} ({reason}): không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>{file} is no text file: pixel size unknown.</source>
        <translation>{file} không phải tệp văn bản: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>{file} is no CSV ({reason}): pixel size unknown.</source>
        <translation>{file} không phải CSV ({reason}): không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>{file} should begin with &quot;{wanted}&quot;, but begins with &quot;{found}&quot;: pixel size unknown.</source>
        <translation>{file} phải bắt đầu bằng &quot;{wanted}&quot;, nhưng lại bắt đầu bằng &quot;{found}&quot;: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>The table has two different rows for it: pixel size unknown.</source>
        <translation>Bảng có hai dòng khác nhau cho ảnh này: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>The table gives {size} mm as pixel size, which no scanner has: pixel size unknown.</source>
        <translation>Bảng ghi kích thước điểm ảnh {size} mm, không máy nào có: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>The table gives &quot;{size}&quot; as pixel size, which is no positive number: pixel size unknown.</source>
        <translation>Bảng ghi kích thước điểm ảnh &quot;{size}&quot;, không phải số dương: không rõ kích thước điểm ảnh.</translation>
    </message>
    <message>
        <source>The table gives &quot;{hc}&quot; as HC, which is no positive number.</source>
        <translation>Bảng ghi HC &quot;{hc}&quot;, không phải số dương.</translation>
    </message>
    <message>
        <source>The ground truth of {file} shows no ellipse.</source>
        <translation>Tham chiếu của {file} không có hình elip.</translation>
    </message>
    <message>
        <source>The weights of the model {model} are missing or damaged. Choose another model or install this one again.</source>
        <translation>Trọng số của mô hình {model} bị thiếu hoặc hỏng. Hãy chọn mô hình khác hoặc cài lại.</translation>
    </message>
    <message>
        <source>The weights of the model {model} do not belong to its card.</source>
        <translation>Trọng số của mô hình {model} không khớp với thẻ của nó.</translation>
    </message>
    <message>
        <source>The model {model} has no readable {file}.</source>
        <translation>Mô hình {model} không có {file} đọc được.</translation>
    </message>
    <message>
        <source>The card of the model {model} is damaged: {reason}.</source>
        <translation>Thẻ của mô hình {model} bị hỏng: {reason}.</translation>
    </message>
    <message>
        <source>The card of the model {model} is incomplete: {reason}.</source>
        <translation>Thẻ của mô hình {model} không đầy đủ: {reason}.</translation>
    </message>
    <message>
        <source>it was written by a newer version of this program</source>
        <translation>do phiên bản mới hơn của chương trình này ghi</translation>
    </message>
    <message>
        <source>There is no model &quot;{wanted}&quot;. There are: {models}. A folder that train wrote is a model too.</source>
        <translation>Không có mô hình &quot;{wanted}&quot;. Hiện có: {models}. Thư mục do lệnh train ghi ra cũng là một mô hình.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>The model sees no skull in this image.</source>
        <translation>Mô hình không thấy hộp sọ trong ảnh này.</translation>
    </message>
    <message>
        <source>The model sees only a speck, too small for a head.</source>
        <translation>Mô hình chỉ thấy một đốm, quá nhỏ so với đầu thai.</translation>
    </message>
    <message>
        <source>What the model sees is no ellipse.</source>
        <translation>Hình mô hình thấy không phải elip.</translation>
    </message>
    <message>
        <source>This machine has no {device} device that the installed torch can use. Choose auto or cpu.</source>
        <translation>Máy này không có thiết bị {device} mà torch đã cài dùng được. Hãy chọn auto hoặc cpu.</translation>
    </message>
    <message>
        <source>The skull leaves the image.</source>
        <translation>Hộp sọ vượt ra ngoài ảnh.</translation>
    </message>
    <message>
        <source>The image and its mirror image give different outlines.</source>
        <translation>Ảnh và ảnh lật gương cho đường viền khác nhau.</translation>
    </message>
    <message>
        <source>The whole image and the close look give different outlines.</source>
        <translation>Nhìn toàn ảnh và nhìn gần cho đường viền khác nhau.</translation>
    </message>
    <message>
        <source>What the model sees is not quite an ellipse.</source>
        <translation>Hình mô hình thấy không hẳn là elip.</translation>
    </message>
    <message>
        <source>The edge of the skull is hard to see.</source>
        <translation>Bờ hộp sọ khó thấy.</translation>
    </message>
    <message>
        <source>What the model sees has no clear edge, as a head would.</source>
        <translation>Hình mô hình thấy không có bờ rõ như đầu thai.</translation>
    </message>
    <message>
        <source>What the model sees is no ellipse, as a head would be.</source>
        <translation>Hình mô hình thấy không phải elip như đầu thai.</translation>
    </message>
    <message>
        <source>The model sees something else in the mirror image: this is no head.</source>
        <translation>Trong ảnh lật gương mô hình thấy thứ khác: đây không phải đầu thai.</translation>
    </message>
    <message>
        <source>The margin of the model {model} is damaged: {reason}. Remove {file} from its folder to predict without intervals, or install the model again.</source>
        <translation>Biên sai số của mô hình {model} bị hỏng: {reason}. Xóa {file} khỏi thư mục của nó để dự đoán không có khoảng tin cậy, hoặc cài lại mô hình.</translation>
    </message>
    <message>
        <source>What the model sees in the whole image is gone at a closer look: no head.</source>
        <translation>Hình mô hình thấy trên toàn ảnh biến mất khi nhìn gần: không có đầu thai.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory is full: predictions run on the processor, slower. Close other programs that use the card and start again to have it back.</source>
        <translation>Bộ nhớ card đồ họa đã đầy: dự đoán chạy trên bộ xử lý, chậm hơn. Hãy đóng các chương trình khác dùng card rồi khởi động lại để dùng lại card.</translation>
    </message>
    <message>
        <source>The folder {folder} for the review cannot be made: {reason}. Choose another with --store.</source>
        <translation>Không tạo được thư mục {folder} cho việc đọc: {reason}. Hãy chọn thư mục khác bằng --store.</translation>
    </message>
    <message>
        <source>{path} is no review of this program. Move it away, or choose another folder with --store.</source>
        <translation>{path} không phải tệp đọc của chương trình này. Hãy chuyển đi chỗ khác, hoặc chọn thư mục khác bằng --store.</translation>
    </message>
    <message>
        <source>The review {file} was written by a newer version of this program. Install the newest version to open it; nothing was changed.</source>
        <translation>Tệp đọc {file} do phiên bản mới hơn của chương trình ghi. Hãy cài phiên bản mới nhất để mở; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The review {path} is damaged and was left as it is. Put a copy from a backup in its place, or move it away to begin anew.</source>
        <translation>Tệp đọc {path} bị hỏng và được giữ nguyên. Hãy thay bằng bản sao lưu, hoặc chuyển đi chỗ khác để bắt đầu lại.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was stored in {file}. Make room and try again.</source>
        <translation>Đĩa đã đầy: chưa lưu gì vào {file}. Hãy giải phóng chỗ rồi thử lại.</translation>
    </message>
    <message>
        <source>The review {path} cannot be written. Check the permissions of its folder, or choose another with --store.</source>
        <translation>Không ghi được tệp đọc {path}. Hãy kiểm tra quyền của thư mục, hoặc chọn thư mục khác bằng --store.</translation>
    </message>
    <message>
        <source>Another program holds the review {file} for more than {seconds} s. Close it and try again.</source>
        <translation>Chương trình khác giữ tệp đọc {file} hơn {seconds} giây. Hãy đóng nó rồi thử lại.</translation>
    </message>
    <message>
        <source>The review {path} cannot be used: {reason}.</source>
        <translation>Không dùng được tệp đọc {path}: {reason}.</translation>
    </message>
    <message>
        <source>move ellipse</source>
        <translation>dời elip</translation>
    </message>
    <message>
        <source>move axis end</source>
        <translation>dời đầu trục</translation>
    </message>
    <message>
        <source>rotate ellipse</source>
        <translation>xoay elip</translation>
    </message>
    <message>
        <source>resize ellipse</source>
        <translation>đổi cỡ elip</translation>
    </message>
    <message>
        <source>move contour</source>
        <translation>dời đường viền</translation>
    </message>
    <message>
        <source>Drag to erase from the head; wheel: size.</source>
        <translation>Kéo để tẩy bớt đầu; con lăn: cỡ.</translation>
    </message>
    <message>
        <source>Drag to add to the head; wheel: size.</source>
        <translation>Kéo để thêm vào đầu; con lăn: cỡ.</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>tẩy</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>tô</translation>
    </message>
    <message>
        <source>Click one end of OFD.</source>
        <translation>Bấm vào một đầu của OFD.</translation>
    </message>
    <message>
        <source>Click the other end of OFD.</source>
        <translation>Bấm vào đầu kia của OFD.</translation>
    </message>
    <message>
        <source>Click one end of BPD.</source>
        <translation>Bấm vào một đầu của BPD.</translation>
    </message>
    <message>
        <source>Click the other end of BPD.</source>
        <translation>Bấm vào đầu kia của BPD.</translation>
    </message>
    <message>
        <source>calipers</source>
        <translation>thước đo</translation>
    </message>
    <message>
        <source>Drag the line; wheel: how far neighbours follow. Shift-drag chooses points, arrows move them, Del deletes them, double click adds one.</source>
        <translation>Kéo đường viền; con lăn: các điểm lân cận theo bao xa. Shift+kéo chọn điểm, phím mũi tên dời, Del xóa, bấm đúp thêm điểm.</translation>
    </message>
    <message>
        <source>move points</source>
        <translation>dời các điểm</translation>
    </message>
    <message>
        <source>move point</source>
        <translation>dời điểm</translation>
    </message>
    <message>
        <source>nudge points</source>
        <translation>nhích các điểm</translation>
    </message>
    <message>
        <source>delete points</source>
        <translation>xóa các điểm</translation>
    </message>
    <message>
        <source>insert point</source>
        <translation>thêm điểm</translation>
    </message>
    <message>
        <source>Press inside the head and push the line out, or outside and push it in; wheel: size.</source>
        <translation>Nhấn trong đầu để đẩy đường viền ra, hoặc ngoài đầu để đẩy vào; con lăn: cỡ.</translation>
    </message>
    <message>
        <source>push contour</source>
        <translation>đẩy đường viền</translation>
    </message>
    <message>
        <source>Press near the line and move along the skull: the new piece snaps to its edge.</source>
        <translation>Nhấn gần đường viền và di dọc theo hộp sọ: đoạn mới bám vào mép xương.</translation>
    </message>
    <message>
        <source>Draw a new piece from one spot of the line to another; with Ctrl held it snaps to the skull.</source>
        <translation>Vẽ một đoạn mới từ điểm này đến điểm khác của đường viền; giữ Ctrl thì đoạn bám vào hộp sọ.</translation>
    </message>
    <message>
        <source>redraw section</source>
        <translation>vẽ lại một đoạn</translation>
    </message>
    <message>
        <source>magnetic section</source>
        <translation>đoạn nam châm</translation>
    </message>
    <message>
        <source>start from previous revision</source>
        <translation>bắt đầu từ bản sửa trước</translation>
    </message>
    <message>
        <source>Last menstrual period, first day</source>
        <translation>Ngày đầu kỳ kinh cuối</translation>
    </message>
    <message>
        <source>Expected date of delivery</source>
        <translation>Ngày dự sinh</translation>
    </message>
    <message>
        <source>Earlier scan</source>
        <translation>Lần siêu âm trước</translation>
    </message>
    <message>
        <source>Enter the first day of the last menstrual period as {example}.</source>
        <translation>Nhập ngày đầu kỳ kinh cuối theo dạng {example}.</translation>
    </message>
    <message>
        <source>Enter the expected date of delivery as {example}.</source>
        <translation>Nhập ngày dự sinh theo dạng {example}.</translation>
    </message>
    <message>
        <source>Enter the day of the earlier scan as {example}.</source>
        <translation>Nhập ngày siêu âm trước theo dạng {example}.</translation>
    </message>
    <message>
        <source>HC (mm)</source>
        <translation>HC (mm)</translation>
    </message>
    <message>
        <source>Gestational age (weeks)</source>
        <translation>Tuổi thai (tuần)</translation>
    </message>
    <message>
        <source>Age (weeks)</source>
        <translation>Tuổi (tuần)</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>tuần</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>dự đoán</translation>
    </message>
    <message>
        <source>January</source>
        <translation>tháng 1</translation>
    </message>
    <message>
        <source>February</source>
        <translation>tháng 2</translation>
    </message>
    <message>
        <source>March</source>
        <translation>tháng 3</translation>
    </message>
    <message>
        <source>April</source>
        <translation>tháng 4</translation>
    </message>
    <message>
        <source>May</source>
        <translation>tháng 5</translation>
    </message>
    <message>
        <source>June</source>
        <translation>tháng 6</translation>
    </message>
    <message>
        <source>July</source>
        <translation>tháng 7</translation>
    </message>
    <message>
        <source>August</source>
        <translation>tháng 8</translation>
    </message>
    <message>
        <source>September</source>
        <translation>tháng 9</translation>
    </message>
    <message>
        <source>October</source>
        <translation>tháng 10</translation>
    </message>
    <message>
        <source>November</source>
        <translation>tháng 11</translation>
    </message>
    <message>
        <source>December</source>
        <translation>tháng 12</translation>
    </message>
    <message>
        <source>back to prediction</source>
        <translation>về dự đoán</translation>
    </message>
    <message>
        <source>snap to skull</source>
        <translation>bám vào hộp sọ</translation>
    </message>
    <message>
        <source>smooth contour</source>
        <translation>làm mượt đường viền</translation>
    </message>
    <message>
        <source>fit ellipse</source>
        <translation>khớp elip</translation>
    </message>
    <message>
        <source>start from ground truth</source>
        <translation>bắt đầu từ tham chiếu</translation>
    </message>
    <message>
        <source>No head in the image</source>
        <translation>Không có đầu thai trong ảnh</translation>
    </message>
    <message>
        <source>Head cut off by the edge of the image</source>
        <translation>Đầu thai bị mép ảnh cắt</translation>
    </message>
    <message>
        <source>Not the standard plane</source>
        <translation>Không đúng mặt cắt chuẩn</translation>
    </message>
    <message>
        <source>Skull not visible well enough</source>
        <translation>Hộp sọ không đủ rõ</translation>
    </message>
    <message>
        <source>Calipers or text cover the skull</source>
        <translation>Thước đo hoặc chữ che hộp sọ</translation>
    </message>
    <message>
        <source>GA, Hadlock</source>
        <translation>Tuổi thai, Hadlock</translation>
    </message>
    <message>
        <source>GA, INTERGROWTH</source>
        <translation>Tuổi thai, INTERGROWTH</translation>
    </message>
    <message>
        <source>HC – prediction</source>
        <translation>HC – dự đoán</translation>
    </message>
    <message>
        <source>Age – prediction</source>
        <translation>Tuổi – dự đoán</translation>
    </message>
    <message>
        <source>Dice to prediction</source>
        <translation>Dice với dự đoán</translation>
    </message>
    <message>
        <source>HC – ground truth</source>
        <translation>HC – tham chiếu</translation>
    </message>
    <message>
        <source>Age – ground truth</source>
        <translation>Tuổi – tham chiếu</translation>
    </message>
    <message>
        <source>Dice to ground truth</source>
        <translation>Dice với tham chiếu</translation>
    </message>
    <message>
        <source>BPD</source>
        <translation>BPD</translation>
    </message>
    <message>
        <source>OFD</source>
        <translation>OFD</translation>
    </message>
    <message>
        <source>Cephalic index</source>
        <translation>Chỉ số đầu</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>Khoảng 90 %</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Tham chiếu</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Cỡ điểm ảnh</translation>
    </message>
    <message>
        <source>Size from</source>
        <translation>Cỡ lấy từ</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã chấp nhận</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>đã loại</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; the log file has the details.</source>
        <translation>Đã có lỗi bên trong chương trình; tệp nhật ký có chi tiết.</translation>
    </message>
    <message>
        <source>The review {path} lacks a correction that it refers to.</source>
        <translation>Tệp đọc {path} thiếu một bản sửa mà nó nhắc tới.</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Hiệu chuẩn</translation>
    </message>
    <message>
        <source>Draw a line whose length you know; Shift keeps it upright or level.</source>
        <translation>Vẽ một đoạn thẳng đã biết độ dài; Shift giữ đoạn thẳng đứng hoặc ngang.</translation>
    </message>
    <message>
        <source>{share:.0f} % of the corrections lie far from what both models see, even after the training: look at these again.</source>
        <translation>{share:.0f} % bản sửa khác xa hình cả hai mô hình thấy, kể cả sau huấn luyện: hãy xem lại.</translation>
    </message>
    <message>
        <source>It is not surely better than its parent on subjects not taught.</source>
        <translation>Trên các đối tượng không được học, nó không chắc tốt hơn mô hình gốc.</translation>
    </message>
    <message>
        <source>On the gate its HC error is {more:.1f} mm larger.</source>
        <translation>Ở cổng kiểm, sai số HC của nó lớn hơn {more:.1f} mm.</translation>
    </message>
    <message>
        <source>On the gate it loses {lost:.2f} points of Dice.</source>
        <translation>Ở cổng kiểm, nó mất {lost:.2f} điểm Dice.</translation>
    </message>
    <message>
        <source>On the gate it misses heads that its parent finds.</source>
        <translation>Ở cổng kiểm, nó bỏ sót đầu thai mà mô hình gốc tìm được.</translation>
    </message>
    <message>
        <source>On {cases} it loses {lost:.2f} points of Dice.</source>
        <translation>Trên {cases}, nó mất {lost:.2f} điểm Dice.</translation>
    </message>
    <message>
        <source>On {cases} it misses heads that its parent finds.</source>
        <translation>Trên {cases}, nó bỏ sót đầu thai mà mô hình gốc tìm được.</translation>
    </message>
    <message>
        <source>Better on {better} of {cases}, worse on {worse}{figure}; {elsewhere}.</source>
        <translation>Tốt hơn ở {better} / {cases}, kém hơn ở {worse}{figure}; {elsewhere}.</translation>
    </message>
    <message>
        <source>, HC error {before:.1f} -&gt; {after:.1f} mm</source>
        <translation>, sai số HC {before:.1f} -&gt; {after:.1f} mm</translation>
    </message>
    <message>
        <source>, Dice {before:.1f} -&gt; {after:.1f} %</source>
        <translation>, Dice {before:.1f} -&gt; {after:.1f} %</translation>
    </message>
    <message>
        <source>there is nothing to compare with beside the gate</source>
        <translation>ngoài cổng kiểm không có gì để so sánh</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>lớn hơn</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>nhỏ hơn</translation>
    </message>
    <message>
        <source>{change:+.2f} points of Dice on {cases}, where it draws heads {share:.1f} % {size}</source>
        <translation>{change:+.2f} điểm Dice trên {cases}, nơi nó vẽ đầu {size} {share:.1f} %</translation>
    </message>
    <message>
        <source>unchanged on {cases}</source>
        <translation>không đổi trên {cases}</translation>
    </message>
    <message>
        <source>{change:+.2f} points of Dice on {cases}</source>
        <translation>{change:+.2f} điểm Dice trên {cases}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>Không ghi được {path}: {reason}. Hãy chọn chỗ khác.</translation>
    </message>
    <message>
        <source>The model cannot be kept in {folder}: {reason}. Make room on the disk.</source>
        <translation>Không lưu được mô hình trong {folder}: {reason}. Hãy giải phóng chỗ trên đĩa.</translation>
    </message>
    <message>
        <source>{name} is of a kind that can run code when it is opened, so it is not opened. Ask for the model as a {suffix} file, which this program exports.</source>
        <translation>{name} thuộc loại có thể chạy mã khi mở, nên không được mở. Hãy xin mô hình ở dạng tệp {suffix} do chương trình này xuất.</translation>
    </message>
    <message>
        <source>{name} is larger than any model of this program.</source>
        <translation>{name} lớn hơn mọi mô hình của chương trình này.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Không đọc được {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no model of this program, or damaged.</source>
        <translation>{name} không phải mô hình của chương trình này, hoặc bị hỏng.</translation>
    </message>
    <message>
        <source>{name} has no card: it is no model that this program exported.</source>
        <translation>{name} không có thẻ: không phải mô hình do chương trình này xuất.</translation>
    </message>
    <message>
        <source>{name} calls its model by a name that no folder can have.</source>
        <translation>{name} đặt cho mô hình một tên không thư mục nào có được.</translation>
    </message>
    <message>
        <source>{name} holds weights of another network than its card says.</source>
        <translation>{name} chứa trọng số của mạng khác với thẻ của nó.</translation>
    </message>
    <message>
        <source>{name} is damaged: its weights are not those of its card.</source>
        <translation>{name} bị hỏng: trọng số không đúng với thẻ.</translation>
    </message>
    <message>
        <source>{name} holds weights that are no numbers.</source>
        <translation>{name} chứa trọng số không phải là số.</translation>
    </message>
    <message>
        <source>No model served before {model}: there is nothing to go back to.</source>
        <translation>Trước {model} không có mô hình nào: không có gì để quay lại.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Move it away to begin with the model that came with the program.</source>
        <translation>Không đọc được {path}: {reason}. Hãy chuyển nó đi để bắt đầu với mô hình đi kèm chương trình.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Không ghi được {path}: {reason}.</translation>
    </message>
    <message>
        <source>Comparing with the model before</source>
        <translation>Đang so với mô hình trước</translation>
    </message>
    <message>
        <source>subjects not taught</source>
        <translation>đối tượng không được học</translation>
    </message>
    <message>
        <source>the gate</source>
        <translation>cổng kiểm</translation>
    </message>
    <message>
        <source>Measuring the speed of this machine</source>
        <translation>Đang đo tốc độ máy này</translation>
    </message>
    <message>
        <source>“{name}” cannot be a model&apos;s name. Use letters, digits, dots and dashes.</source>
        <translation>“{name}” không thể là tên mô hình. Hãy dùng chữ, số, dấu chấm và gạch nối.</translation>
    </message>
    <message>
        <source>There is a model {name} already. Choose another name.</source>
        <translation>Đã có mô hình {name}. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>A fine-tuning {name} is not finished. Go on with it, discard it, or choose another name.</source>
        <translation>Lần tinh chỉnh {name} chưa xong. Hãy tiếp tục, bỏ nó, hoặc chọn tên khác.</translation>
    </message>
    <message>
        <source>the reference study</source>
        <translation>bộ ảnh đối chiếu</translation>
    </message>
    <message>
        <source>the sample study</source>
        <translation>bộ ảnh mẫu</translation>
    </message>
    <message>
        <source>{count} cases are corrected; a fine-tuning needs at least {least}. Correct more cases, or let it use others.</source>
        <translation>Đã sửa {count} ca; tinh chỉnh cần ít nhất {least}. Hãy sửa thêm ca, hoặc cho dùng các ca khác.</translation>
    </message>
    <message>
        <source>{count} subjects are left to learn from; at least {least} are needed. Correct cases of more subjects.</source>
        <translation>Chỉ còn {count} đối tượng để học; cần ít nhất {least}. Hãy chỉnh ca của thêm đối tượng.</translation>
    </message>
    <message>
        <source>{model} came with the program and stays.</source>
        <translation>{model} đi kèm chương trình và được giữ lại.</translation>
    </message>
    <message>
        <source>{model} makes the predictions now. Promote another model first.</source>
        <translation>{model} đang làm dự đoán. Hãy đưa mô hình khác vào dùng trước.</translation>
    </message>
    <message>
        <source>{model} cannot be removed: {reason}.</source>
        <translation>Không xóa được {model}: {reason}.</translation>
    </message>
    <message>
        <source>{model} came with the program and keeps its name.</source>
        <translation>{model} đi kèm chương trình và giữ tên của nó.</translation>
    </message>
    <message>
        <source>A title has at most {most} letters.</source>
        <translation>Tên gọi có nhiều nhất {most} chữ.</translation>
    </message>
    <message>
        <source>The card of {model} cannot be written: {reason}.</source>
        <translation>Không ghi được thẻ của {model}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged. Remove the folder to train from the start.</source>
        <translation>{path} bị hỏng. Hãy xóa thư mục để huấn luyện từ đầu.</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}. Make room on the disk.</source>
        <translation>Không ghi được {folder}: {reason}. Hãy giải phóng chỗ trên đĩa.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Start the fine-tuning anew.</source>
        <translation>Không đọc được {path}: {reason}. Hãy bắt đầu tinh chỉnh lại.</translation>
    </message>
    <message>
        <source>Another window is at this fine-tuning.</source>
        <translation>Một cửa sổ khác đang chạy lần tinh chỉnh này.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written: {reason}. Make room on the disk and go on.</source>
        <translation>Không đọc hoặc ghi được {file}: {reason}. Hãy giải phóng chỗ trên đĩa rồi tiếp tục.</translation>
    </message>
    <message>
        <source>{model} was not made by a fine-tuning: it has no gate.</source>
        <translation>{model} không do tinh chỉnh tạo ra: nó không có cổng kiểm.</translation>
    </message>
    <message>
        <source>What the gate found of {model} cannot be read: {reason}.</source>
        <translation>Không đọc được kết quả cổng kiểm của {model}: {reason}.</translation>
    </message>
    <message>
        <source>The fine-tuning cannot be started: {reason}.</source>
        <translation>Không khởi động được tinh chỉnh: {reason}.</translation>
    </message>
    <message>
        <source>The fine-tuning ended without a word (exit code {code}), perhaps for want of memory. Its last whole epoch is kept.</source>
        <translation>Tinh chỉnh dừng đột ngột (mã thoát {code}), có thể do thiếu bộ nhớ. Lượt học trọn vẹn cuối vẫn được giữ.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open folder…</source>
        <translation>Mở thư mục…</translation>
    </message>
    <message>
        <source>Open sample study</source>
        <translation>Mở bộ ảnh mẫu</translation>
    </message>
    <message>
        <source>Clear recent studies</source>
        <translation>Xóa danh sách gần đây</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Đóng bộ ảnh</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Ca trước</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Ca sau</translation>
    </message>
    <message>
        <source>Next case not read</source>
        <translation>Ca chưa đọc kế tiếp</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Loại…</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>Take back verdict</source>
        <translation>Rút lại kết luận</translation>
    </message>
    <message>
        <source>Dates of the scan…</source>
        <translation>Các ngày của lần siêu âm…</translation>
    </message>
    <message>
        <source>Take calibration back</source>
        <translation>Bỏ hiệu chuẩn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Back to prediction</source>
        <translation>Về dự đoán</translation>
    </message>
    <message>
        <source>Snap to the skull</source>
        <translation>Bám vào hộp sọ</translation>
    </message>
    <message>
        <source>Smooth the contour</source>
        <translation>Làm mượt đường viền</translation>
    </message>
    <message>
        <source>Fit an ellipse</source>
        <translation>Khớp elip</translation>
    </message>
    <message>
        <source>Start from the ground truth</source>
        <translation>Bắt đầu từ tham chiếu</translation>
    </message>
    <message>
        <source>Start from the previous revision</source>
        <translation>Bắt đầu từ bản sửa trước</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Tham chiếu</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Bản sửa</translation>
    </message>
    <message>
        <source>Other readers</source>
        <translation>Người đọc khác</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>BPD and OFD</source>
        <translation>BPD và OFD</translation>
    </message>
    <message>
        <source>Flip between ground truth and prediction</source>
        <translation>Lật giữa tham chiếu và dự đoán</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Cạnh nhau</translation>
    </message>
    <message>
        <source>Fit image</source>
        <translation>Vừa khung</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Một đối một</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Keep the zoom on the next case</source>
        <translation>Giữ mức phóng ở ca sau</translation>
    </message>
    <message>
        <source>Loupe while dragging</source>
        <translation>Kính lúp khi kéo</translation>
    </message>
    <message>
        <source>Image as measured</source>
        <translation>Ảnh gốc</translation>
    </message>
    <message>
        <source>Invert the image</source>
        <translation>Đảo màu ảnh</translation>
    </message>
    <message>
        <source>Even out contrast (CLAHE)</source>
        <translation>Cân bằng tương phản (CLAHE)</translation>
    </message>
    <message>
        <source>Lift dark parts (gamma up)</source>
        <translation>Sáng vùng tối (tăng gamma)</translation>
    </message>
    <message>
        <source>Press dark parts (gamma down)</source>
        <translation>Tối vùng tối (giảm gamma)</translation>
    </message>
    <message>
        <source>View options</source>
        <translation>Tùy chọn hiển thị</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Giao diện tối</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ lớn hơn</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Next area of the window</source>
        <translation>Vùng kế tiếp của cửa sổ</translation>
    </message>
    <message>
        <source>Previous area of the window</source>
        <translation>Vùng trước của cửa sổ</translation>
    </message>
    <message>
        <source>Show the next case after a verdict</source>
        <translation>Sang ca sau khi đã kết luận</translation>
    </message>
    <message>
        <source>Reader…</source>
        <translation>Người đọc…</translation>
    </message>
    <message>
        <source>Fine-tune…</source>
        <translation>Tinh chỉnh…</translation>
    </message>
    <message>
        <source>Pause the fine-tuning, or go on</source>
        <translation>Tạm dừng/tiếp tục tinh chỉnh</translation>
    </message>
    <message>
        <source>Cancel the fine-tuning</source>
        <translation>Hủy tinh chỉnh</translation>
    </message>
    <message>
        <source>Show the fine-tuning</source>
        <translation>Hiện tinh chỉnh</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Các mô hình…</translation>
    </message>
    <message>
        <source>Roll back to the model before</source>
        <translation>Quay lại mô hình trước</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Tìm lệnh…</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Phím và chuột</translation>
    </message>
    <message>
        <source>About hc18viewer</source>
        <translation>Giới thiệu hc18viewer</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>không có gì để hoàn tác</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>không có gì để làm lại</translation>
    </message>
    <message>
        <source>there is no correction</source>
        <translation>không có bản sửa</translation>
    </message>
    <message>
        <source>there is no verdict</source>
        <translation>chưa có kết luận</translation>
    </message>
    <message>
        <source>no reader calibrated this case</source>
        <translation>chưa ai hiệu chuẩn ca này</translation>
    </message>
    <message>
        <source>there are no recent studies</source>
        <translation>không có bộ ảnh gần đây</translation>
    </message>
    <message>
        <source>no study is open</source>
        <translation>chưa mở bộ ảnh nào</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>lúc này không được</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Hoàn tác: {step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Làm lại: {step}</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Bộ ảnh</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Công cụ</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>C&amp;a</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Mô hình</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Trợ giúp</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Cỡ &amp;chữ</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elip</translation>
    </message>
    <message>
        <source>Calipers</source>
        <translation>Thước đo</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Đẩy</translation>
    </message>
    <message>
        <source>Redraw a section</source>
        <translation>Vẽ lại một đoạn</translation>
    </message>
    <message>
        <source>Magnetic section</source>
        <translation>Đoạn nam châm</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Cọ</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Tẩy</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Hiệu chuẩn</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Text at {size} %</source>
        <translation>Chữ cỡ {size} %</translation>
    </message>
</context>
<context>
    <name>CalibrationActs</name>
    <message>
        <source>{size} mm a pixel, for {count} cases.</source>
        <translation>{size} mm mỗi điểm ảnh, cho {count} ca.</translation>
    </message>
    <message>
        <source>{size} mm a pixel, for this case.</source>
        <translation>{size} mm mỗi điểm ảnh, cho ca này.</translation>
    </message>
    <message>
        <source>The calibration was taken back for the {count} cases of its line.</source>
        <translation>Đã bỏ hiệu chuẩn cho {count} ca của đoạn thẳng đó.</translation>
    </message>
    <message>
        <source>The calibration was taken back.</source>
        <translation>Đã bỏ hiệu chuẩn.</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>Calibrate</source>
        <translation>Hiệu chuẩn</translation>
    </message>
    <message>
        <source>Enter the length in mm, such as 50 or 12.5.</source>
        <translation>Nhập độ dài theo mm, ví dụ 50 hoặc 12,5.</translation>
    </message>
    <message>
        <source>A length is between 0 and {most} mm.</source>
        <translation>Độ dài nằm giữa 0 và {most} mm.</translation>
    </message>
    <message>
        <source>That makes {size} mm a pixel.</source>
        <translation>Như vậy mỗi điểm ảnh là {size} mm.</translation>
    </message>
    <message>
        <source>No ultrasound image of a head has such pixels.</source>
        <translation>Không ảnh siêu âm đầu thai nào có điểm ảnh như vậy.</translation>
    </message>
    <message>
        <source>Known until now: {known} mm, a change of {change} %.</source>
        <translation>Đã biết đến nay: {known} mm, thay đổi {change} %.</translation>
    </message>
    <message>
        <source>HC becomes {after} mm, from {before} mm.</source>
        <translation>HC thành {after} mm, từ {before} mm.</translation>
    </message>
    <message>
        <source>HC becomes {after} mm.</source>
        <translation>HC thành {after} mm.</translation>
    </message>
    <message>
        <source>That is unusual: {low} to {high} mm is common.</source>
        <translation>Điều này ít gặp: thường là {low} đến {high} mm.</translation>
    </message>
    <message>
        <source>The line is short: one pixel more or less changes the size by {change} %.</source>
        <translation>Đoạn thẳng ngắn: thêm bớt một điểm ảnh làm đổi {change} %.</translation>
    </message>
    <message>
        <source>The line is {pixels} pixels long.</source>
        <translation>Đoạn thẳng dài {pixels} điểm ảnh.</translation>
    </message>
    <message>
        <source>&amp;Length of the line in mm</source>
        <translation>&amp;Độ dài đoạn thẳng theo mm</translation>
    </message>
    <message>
        <source>Length of the line in mm</source>
        <translation>Độ dài đoạn thẳng theo mm</translation>
    </message>
    <message>
        <source>What that makes</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>For &amp;this case</source>
        <translation>Cho &amp;ca này</translation>
    </message>
    <message>
        <source>For this case and {count} &amp;others</source>
        <translation>Cho ca này và {count} ca &amp;khác</translation>
    </message>
    <message>
        <source>The others are those of its set and image size that have no pixel size.</source>
        <translation>Các ca khác là những ca cùng tập và cỡ ảnh chưa có cỡ điểm ảnh.</translation>
    </message>
    <message>
        <source>&amp;Replace the known pixel size</source>
        <translation>&amp;Thay cỡ điểm ảnh đã biết</translation>
    </message>
</context>
<context>
    <name>Calipers</name>
    <message>
        <source>BPD {length}</source>
        <translation>BPD {length}</translation>
    </message>
    <message>
        <source>OFD {length}</source>
        <translation>OFD {length}</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>The model&apos;s card</source>
        <translation>Thẻ của mô hình</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Tên gọi</translation>
    </message>
    <message>
        <source>Name and version</source>
        <translation>Tên và phiên bản</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>By the program&apos;s version</source>
        <translation>Phiên bản chương trình</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Bắt đầu từ</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Đi kèm chương trình</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Đã học từ</translation>
    </message>
    <message>
        <source>Has not seen</source>
        <translation>Chưa thấy</translation>
    </message>
</context>
<context>
    <name>CaseCanvas</name>
    <message>
        <source>Ultrasound image with contour</source>
        <translation>Ảnh siêu âm với đường viền</translation>
    </message>
    <message>
        <source>Drag a square to move that end of its axis; Shift keeps the ratio, Alt or Ctrl the centre.</source>
        <translation>Kéo ô vuông để dời đầu trục đó; Shift giữ tỷ lệ, Alt hoặc Ctrl giữ tâm.</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Cases</source>
        <translation>Các ca</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>&amp;Name of the new model</source>
        <translation>Tê&amp;n mô hình mới</translation>
    </message>
    <message>
        <source>Starts &amp;from</source>
        <translation>&amp;Bắt đầu từ</translation>
    </message>
    <message>
        <source>&amp;Takes at most</source>
        <translation>&amp;Mất nhiều nhất</translation>
    </message>
    <message>
        <source>Must do no &amp;worse on</source>
        <translation>Không được &amp;kém hơn trên</translation>
    </message>
    <message>
        <source>&amp;Uses cases that are</source>
        <translation>&amp;Dùng các ca</translation>
    </message>
    <message>
        <source>&amp;Read by</source>
        <translation>Người đọ&amp;c</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>Thời &amp;gian đọc</translation>
    </message>
    <message>
        <source>{model} (predicts now)</source>
        <translation>{model} (đang dự đoán)</translation>
    </message>
    <message>
        <source>The sample study (synthetic images)</source>
        <translation>Bộ ảnh mẫu (ảnh tổng hợp)</translation>
    </message>
    <message>
        <source>Another study with ground truth…</source>
        <translation>Bộ ảnh khác có tham chiếu…</translation>
    </message>
    <message>
        <source>corrected ({count})</source>
        <translation>đã sửa ({count})</translation>
    </message>
    <message>
        <source>accepted ({count})</source>
        <translation>đã chấp nhận ({count})</translation>
    </message>
    <message>
        <source>with ground truth ({count})</source>
        <translation>có tham chiếu ({count})</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>mọi người</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>bất kỳ lúc nào</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>trong 7 ngày qua</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>trong 30 ngày qua</translation>
    </message>
    <message>
        <source>in the last 365 days</source>
        <translation>trong 365 ngày qua</translation>
    </message>
    <message>
        <source>A study with ground truth</source>
        <translation>Một bộ ảnh có tham chiếu</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Find a command</source>
        <translation>Tìm lệnh</translation>
    </message>
    <message>
        <source>Letters of a command, its initials, or a case&apos;s name</source>
        <translation>Chữ trong tên lệnh, chữ cái đầu, hoặc tên ca</translation>
    </message>
    <message>
        <source>Letters of a command&apos;s name</source>
        <translation>Chữ trong tên lệnh</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Các lệnh</translation>
    </message>
    <message>
        <source>No command, case or study has these letters.</source>
        <translation>Không có lệnh, ca hay bộ ảnh nào có các chữ này.</translation>
    </message>
    <message>
        <source>cannot be done: {reason}</source>
        <translation>không làm được: {reason}</translation>
    </message>
    <message>
        <source>Cannot be done now: {reason}.</source>
        <translation>Lúc này không làm được: {reason}.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>First model</source>
        <translation>Mô hình thứ nhất</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Mô hình thứ hai</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;So sánh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Both models look at each case of this study that has ground truth, which decides.</source>
        <translation>Cả hai mô hình xem từng ca của nghiên cứu này có tham chiếu; tham chiếu quyết định.</translation>
    </message>
    <message>
        <source>How far the comparison is</source>
        <translation>Tiến độ so sánh</translation>
    </message>
    <message>
        <source>with</source>
        <translation>với</translation>
    </message>
    <message>
        <source>Both models look at each case…</source>
        <translation>Cả hai mô hình đang xem từng ca…</translation>
    </message>
    <message>
        <source>{second} is better on {better} of {cases} cases, worse on {worse}.</source>
        <translation>{second} tốt hơn ở {better} / {cases} ca, kém hơn ở {worse}.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Image, ground truth, prediction and correction</source>
        <translation>Ảnh, tham chiếu, dự đoán và bản sửa</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Tham chiếu</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Bản sửa</translation>
    </message>
    <message>
        <source>no ground truth</source>
        <translation>không có tham chiếu</translation>
    </message>
    <message>
        <source>no prediction</source>
        <translation>không có dự đoán</translation>
    </message>
    <message>
        <source>no correction</source>
        <translation>không có bản sửa</translation>
    </message>
    <message>
        <source>{name} – HC {length}</source>
        <translation>{name} – HC {length}</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Gestational age from dates</source>
        <translation>Tuổi thai theo ngày</translation>
    </message>
    <message>
        <source>Enter the day of the scan as {example}.</source>
        <translation>Nhập ngày siêu âm theo dạng {example}.</translation>
    </message>
    <message>
        <source>The scan lies in the future.</source>
        <translation>Ngày siêu âm ở tương lai.</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>NN/TT/NNNN</translation>
    </message>
    <message>
        <source>weeks+days</source>
        <translation>tuần+ngày</translation>
    </message>
    <message>
        <source>Day of the &amp;scan</source>
        <translation>Ngày &amp;siêu âm</translation>
    </message>
    <message>
        <source>Day of the scan</source>
        <translation>Ngày siêu âm</translation>
    </message>
    <message>
        <source>The age is counted from</source>
        <translation>Tuổi thai được tính từ</translation>
    </message>
    <message>
        <source>Earlier scan, day</source>
        <translation>Lần siêu âm trước, ngày</translation>
    </message>
    <message>
        <source>Age at the earlier scan</source>
        <translation>Tuổi thai lần siêu âm trước</translation>
    </message>
    <message>
        <source>Age at the earlier scan, weeks and days</source>
        <translation>Tuổi thai lần siêu âm trước, tuần và ngày</translation>
    </message>
    <message>
        <source>Write it as {hint}.</source>
        <translation>Viết theo dạng {hint}.</translation>
    </message>
    <message>
        <source>Gestational age</source>
        <translation>Tuổi thai</translation>
    </message>
    <message>
        <source>Enter the age at the earlier scan as weeks+days, such as 12+3.</source>
        <translation>Nhập tuổi thai lần siêu âm trước theo tuần+ngày, ví dụ 12+3.</translation>
    </message>
    <message>
        <source>No centile: {reason}</source>
        <translation>Không có bách phân vị: {reason}</translation>
    </message>
    <message>
        <source>2026-03-04 or 4.3.2026</source>
        <translation>4/3/2026 hoặc 2026-03-04</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Open {name}</source>
        <translation>Mở {name}</translation>
    </message>
    <message>
        <source>Drop one folder of images, not {count} things.</source>
        <translation>Hãy thả một thư mục ảnh, không phải {count} mục.</translation>
    </message>
    <message>
        <source>Only folders and images on this computer can be opened.</source>
        <translation>Chỉ mở được thư mục và ảnh trên máy này.</translation>
    </message>
    <message>
        <source>{name} holds no images that can be opened: PNG, JPEG, TIFF or BMP.</source>
        <translation>{name} không có ảnh mở được: PNG, JPEG, TIFF hay BMP.</translation>
    </message>
    <message>
        <source>{name} is no image that can be opened: PNG, JPEG, TIFF or BMP are. Drop a folder of images.</source>
        <translation>{name} không phải ảnh mở được: chỉ PNG, JPEG, TIFF hay BMP. Hãy thả một thư mục ảnh.</translation>
    </message>
</context>
<context>
    <name>FineTune</name>
    <message>
        <source>corrected</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>đã chấp nhận</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>tham chiếu</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>học</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>cổng kiểm</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>đối chiếu</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Các ca</translation>
    </message>
    <message>
        <source>Dice in %</source>
        <translation>Dice (%)</translation>
    </message>
    <message>
        <source>IoU in %</source>
        <translation>IoU (%)</translation>
    </message>
    <message>
        <source>Hausdorff distance in mm</source>
        <translation>Khoảng cách Hausdorff (mm)</translation>
    </message>
    <message>
        <source>HC error in mm</source>
        <translation>Sai số HC (mm)</translation>
    </message>
    <message>
        <source>HC bias in mm</source>
        <translation>Độ lệch HC (mm)</translation>
    </message>
    <message>
        <source>Worst Dice in %</source>
        <translation>Dice kém nhất (%)</translation>
    </message>
    <message>
        <source>Share of the way from its parent</source>
        <translation>Tỷ lệ quãng đường từ mô hình gốc</translation>
    </message>
    <message>
        <source>Level by which its heads&apos; size was set</source>
        <translation>Mức chỉnh kích thước đầu</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Hạt giống ngẫu nhiên</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Số lượt học</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tốc độ học</translation>
    </message>
    <message>
        <source>Cases in a batch</source>
        <translation>Số ca mỗi lô</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>khoảng {seconds} giây</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>khoảng {minutes} phút</translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation>khoảng {hours} giờ</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} đến {high}</translation>
    </message>
    <message>
        <source>At the gate</source>
        <translation>Tại cổng kiểm</translation>
    </message>
</context>
<context>
    <name>FineTuneDialog</name>
    <message>
        <source>Fine-tune on {study}</source>
        <translation>Tinh chỉnh trên {study}</translation>
    </message>
    <message>
        <source>Reading the cases</source>
        <translation>Đang đọc các ca</translation>
    </message>
    <message>
        <source>Cases that would be used</source>
        <translation>Các ca sẽ được dùng</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>Đang đọc các ca…</translation>
    </message>
    <message>
        <source>Learns from {lessons}.</source>
        <translation>Học từ {lessons}.</translation>
    </message>
    <message>
        <source>Too few subjects to keep ten of them for the gate: the new model is judged by cross-validation alone.</source>
        <translation>Không đủ đối tượng để giữ mười cho cổng kiểm: mô hình mới chỉ được đánh giá bằng kiểm tra chéo.</translation>
    </message>
    <message>
        <source>Kept for the gate, and never learnt from: {lessons}.</source>
        <translation>Giữ cho cổng kiểm, không bao giờ học: {lessons}.</translation>
    </message>
    <message>
        <source>Compared besides on {count} cases of {reference}.</source>
        <translation>So sánh thêm trên {count} ca của {reference}.</translation>
    </message>
    <message>
        <source>{cases} cases of {subjects} subjects</source>
        <translation>{cases} ca của {subjects} đối tượng</translation>
    </message>
    <message>
        <source>How fast this machine is could not be measured. {why}</source>
        <translation>Không đo được tốc độ máy này. {why}</translation>
    </message>
    <message>
        <source>Measuring how fast this machine is…</source>
        <translation>Đang đo tốc độ máy này…</translation>
    </message>
    <message>
        <source>Takes {time} on this machine, as a short trial showed, and cannot be made shorter; you can go on reading meanwhile.</source>
        <translation>Theo một lần thử ngắn, máy này cần {time} và không thể ngắn hơn; trong lúc đó bạn vẫn đọc tiếp được.</translation>
    </message>
    <message>
        <source>Takes {time} on this machine, as a short trial showed; you can go on reading meanwhile.</source>
        <translation>Theo một lần thử ngắn, máy này cần {time}; trong lúc đó bạn vẫn đọc tiếp được.</translation>
    </message>
    <message>
        <source>{count} cases are left out: {first}</source>
        <translation>Bỏ qua {count} ca: {first}</translation>
    </message>
</context>
<context>
    <name>FlipNote</name>
    <message>
        <source>Ground truth only</source>
        <translation>Chỉ tham chiếu</translation>
    </message>
    <message>
        <source>Ground truth only: there is none</source>
        <translation>Chỉ tham chiếu: không có</translation>
    </message>
    <message>
        <source>Prediction only</source>
        <translation>Chỉ dự đoán</translation>
    </message>
    <message>
        <source>Prediction only: there is none</source>
        <translation>Chỉ dự đoán: không có</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>{model}: before and after</source>
        <translation>{model}: trước và sau</translation>
    </message>
    <message>
        <source>Subjects not taught, the worst first: line as corrected, dashes as predicted</source>
        <translation>Đối tượng không được học, kém nhất trước: nét liền là bản sửa, nét đứt là dự đoán</translation>
    </message>
    <message>
        <source>Subjects not taught: each of them is judged by a learning that left it out.</source>
        <translation>Đối tượng không được học: mỗi đối tượng được đánh giá bằng một lần học không dùng nó.</translation>
    </message>
    <message>
        <source>Subjects not taught: those of the gate, which no fine-tuning learns from, and the others, each judged by a learning that left it out.</source>
        <translation>Đối tượng không được học: những đối tượng của cổng kiểm, không lần tinh chỉnh nào học từ đó, và những đối tượng khác, mỗi đối tượng được đánh giá bằng một lần học không dùng nó.</translation>
    </message>
    <message>
        <source>The gate advises to promote it.</source>
        <translation>Cổng kiểm khuyên đưa nó vào dùng.</translation>
    </message>
    <message>
        <source>The gate advises against promoting it:</source>
        <translation>Cổng kiểm khuyên không đưa nó vào dùng:</translation>
    </message>
    <message>
        <source>&amp;Promote</source>
        <translation>Đưa &amp;vào dùng</translation>
    </message>
    <message>
        <source>This model makes the predictions from now on</source>
        <translation>Từ nay mô hình này làm dự đoán</translation>
    </message>
    <message>
        <source>&amp;Keep without promoting</source>
        <translation>&amp;Giữ, chưa dùng</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Bỏ…</translation>
    </message>
    <message>
        <source>It makes the predictions already</source>
        <translation>Nó đang làm dự đoán rồi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Promote it all the same?</source>
        <translation>Vẫn đưa nó vào dùng?</translation>
    </message>
    <message>
        <source>Promoted, it makes all predictions of cases not read yet, and what is listed here is lost. Rolling back takes the promotion back.</source>
        <translation>Khi đưa vào dùng, nó dự đoán mọi ca chưa đọc, và những gì liệt kê ở đây bị mất. Quay lại mô hình trước sẽ bỏ quyết định này.</translation>
    </message>
    <message>
        <source>Promote all the same</source>
        <translation>Vẫn đưa vào dùng</translation>
    </message>
    <message>
        <source>Discard {model}?</source>
        <translation>Bỏ {model}?</translation>
    </message>
    <message>
        <source>{model} is removed. The corrections stay, and another fine-tuning can learn from them.</source>
        <translation>{model} bị xóa. Các bản sửa vẫn còn, và lần tinh chỉnh khác có thể học từ chúng.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>GateTable</name>
    <message>
        <source>Figures before and after</source>
        <translation>Số liệu trước và sau</translation>
    </message>
    <message>
        <source>before</source>
        <translation>trước</translation>
    </message>
    <message>
        <source>after</source>
        <translation>sau</translation>
    </message>
    <message>
        <source>Cases (subjects)</source>
        <translation>Ca (đối tượng)</translation>
    </message>
    <message>
        <source>HC error</source>
        <translation>Sai số HC</translation>
    </message>
    <message>
        <source>HC bias</source>
        <translation>Độ lệch HC</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Worst Dice</source>
        <translation>Dice kém nhất</translation>
    </message>
    <message>
        <source>Heads missed</source>
        <translation>Đầu thai bỏ sót</translation>
    </message>
    <message>
        <source>Better / worse</source>
        <translation>Tốt hơn / kém hơn</translation>
    </message>
    <message>
        <source>Change of the HC error</source>
        <translation>Thay đổi sai số HC</translation>
    </message>
    <message>
        <source>Change of Dice</source>
        <translation>Thay đổi Dice</translation>
    </message>
    <message>
        <source>Heads drawn</source>
        <translation>Đầu thai được vẽ</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>{cases} ({subjects})</source>
        <translation>{cases} ({subjects})</translation>
    </message>
    <message>
        <source>{better} / {worse}</source>
        <translation>{better} / {worse}</translation>
    </message>
    <message>
        <source>{change} (95 %: {interval})</source>
        <translation>{change} (95 %: {interval})</translation>
    </message>
    <message>
        <source>as large as before</source>
        <translation>bằng như trước</translation>
    </message>
    <message>
        <source>{share} % larger</source>
        <translation>lớn hơn {share} %</translation>
    </message>
    <message>
        <source>{share} % smaller</source>
        <translation>nhỏ hơn {share} %</translation>
    </message>
</context>
<context>
    <name>Growth</name>
    <message>
        <source>P{centile}</source>
        <translation>P{centile}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>ngày {day} {month} năm {year}</translation>
    </message>
    <message>
        <source>below {centile}</source>
        <translation>dưới {centile}</translation>
    </message>
    <message>
        <source>above {centile}</source>
        <translation>trên {centile}</translation>
    </message>
    <message>
        <source>no age known; {reason}</source>
        <translation>không rõ tuổi thai; {reason}</translation>
    </message>
    <message>
        <source>no age known; median of {age}</source>
        <translation>không rõ tuổi thai; là trung vị ở {age}</translation>
    </message>
    <message>
        <source>at {age}, no centile; {reason}</source>
        <translation>lúc {age}, không có bách phân vị; {reason}</translation>
    </message>
    <message>
        <source>at {age}, centile {centile}, z {z}</source>
        <translation>lúc {age}, bách phân vị {centile}, z {z}</translation>
    </message>
    <message>
        <source>Growth chart ({standard}); no head circumference to show.</source>
        <translation>Biểu đồ tăng trưởng ({standard}); không có chu vi vòng đầu để hiện.</translation>
    </message>
    <message>
        <source>HC {hc} mm: {place}.</source>
        <translation>HC {hc} mm: {place}.</translation>
    </message>
    <message>
        <source>Prediction {hc} mm: {place}.</source>
        <translation>Dự đoán {hc} mm: {place}.</translation>
    </message>
    <message>
        <source>Curves: centiles 3, 10, 50, 90 and 97, {standard}.</source>
        <translation>Các đường: bách phân vị 3, 10, 50, 90 và 97, {standard}.</translation>
    </message>
    <message>
        <source>{age} on {scan}.
Expected date of delivery: {due}.</source>
        <translation>{age} vào {scan}.
Ngày dự sinh: {due}.</translation>
    </message>
</context>
<context>
    <name>GrowthChart</name>
    <message>
        <source>Growth chart of head circumference</source>
        <translation>Biểu đồ tăng trưởng chu vi vòng đầu</translation>
    </message>
</context>
<context>
    <name>HelpActs</name>
    <message>
        <source>About hc18viewer</source>
        <translation>Giới thiệu hc18viewer</translation>
    </message>
    <message>
        <source>hc18viewer {version}

Review of fetal head circumference on ultrasound images.
For research and teaching: not a medical device.</source>
        <translation>hc18viewer {version}

Xem xét chu vi vòng đầu thai nhi trên ảnh siêu âm.
Dùng cho nghiên cứu và giảng dạy: không phải thiết bị y tế.</translation>
    </message>
    <message>
        <source>Open study {name}</source>
        <translation>Mở bộ ảnh {name}</translation>
    </message>
    <message>
        <source>Go to case {name}</source>
        <translation>Đến ca {name}</translation>
    </message>
</context>
<context>
    <name>ImageActs</name>
    <message>
        <source>Image</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Loupe and zoom</source>
        <translation>Kính lúp và phóng to</translation>
    </message>
</context>
<context>
    <name>ImageSection</name>
    <message>
        <source>Invert</source>
        <translation>Đảo màu</translation>
    </message>
    <message>
        <source>Even out contrast (CLAHE)</source>
        <translation>Cân bằng tương phản (CLAHE)</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Ảnh gốc</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Độ rộng</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>New key</source>
        <translation>Phím mới</translation>
    </message>
    <message>
        <source>&amp;Use alone</source>
        <translation>&amp;Dùng riêng</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Không phím</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Đặt &amp;lại</translation>
    </message>
    <message>
        <source>{command} now has {key}.</source>
        <translation>{command} nay có phím {key}.</translation>
    </message>
    <message>
        <source>New &amp;key for {command}:</source>
        <translation>Phím &amp;mới cho {command}:</translation>
    </message>
    <message>
        <source>No command is chosen.</source>
        <translation>Chưa chọn lệnh nào.</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>Lấ&amp;y phím</translation>
    </message>
    <message>
        <source>T&amp;ake and add</source>
        <translation>Lấy &amp;và thêm</translation>
    </message>
    <message>
        <source>Press the new key in the field.</source>
        <translation>Nhấn phím mới trong ô.</translation>
    </message>
    <message>
        <source>{key} is needed to work on the image and in the window. Choose another key.</source>
        <translation>Cần {key} để làm việc trên ảnh và trong cửa sổ. Hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”, which loses it if you take it. Or press another key.</source>
        <translation>{key} thuộc về “{command}”, lệnh này mất phím nếu bạn lấy. Hoặc nhấn phím khác.</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>Đã có phím {key}.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} còn trống.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>vi</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>too much</source>
        <translation>thừa</translation>
    </message>
    <message>
        <source>more than the prediction</source>
        <translation>hơn dự đoán</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>thiếu</translation>
    </message>
    <message>
        <source>less than the prediction</source>
        <translation>kém dự đoán</translation>
    </message>
</context>
<context>
    <name>LessonModel</name>
    <message>
        <source>Case</source>
        <translation>Ca</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Đường viền</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Người đọc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Dùng để</translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Cases that the model saw</source>
        <translation>Các ca mô hình đã thấy</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Ca</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Đường viền</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Lần sửa</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Dùng để</translation>
    </message>
    <message>
        <source>No list of its cases came with this model.</source>
        <translation>Mô hình này không kèm danh sách ca.</translation>
    </message>
</context>
<context>
    <name>LookActs</name>
    <message>
        <source>Text at {size} %</source>
        <translation>Chữ cỡ {size} %</translation>
    </message>
</context>
<context>
    <name>LoupeSection</name>
    <message>
        <source>Loupe while dragging</source>
        <translation>Kính lúp khi kéo</translation>
    </message>
    <message>
        <source>Keep the zoom on the next case</source>
        <translation>Giữ mức phóng ở ca sau</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0} lần</translation>
    </message>
    <message>
        <source>Magnifies</source>
        <translation>Phóng</translation>
    </message>
    <message>
        <source>Magnification of the loupe</source>
        <translation>Độ phóng của kính lúp</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Reader</source>
        <translation>Người đọc</translation>
    </message>
    <message>
        <source>Your name, as it is stored with corrections and verdicts:</source>
        <translation>Tên của bạn, được lưu cùng bản sửa và kết luận:</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Mở một thư mục ảnh</translation>
    </message>
    <message>
        <source> (synthetic images)</source>
        <translation> (ảnh tổng hợp)</translation>
    </message>
    <message>
        <source>The model cannot be used</source>
        <translation>Không dùng được mô hình</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Không mở được</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>The settings cannot be stored: {reason}.</source>
        <translation>Không lưu được cài đặt: {reason}.</translation>
    </message>
</context>
<context>
    <name>ModelActs</name>
    <message>
        <source>Open a study with ground truth to compare on it.</source>
        <translation>Hãy mở một bộ ảnh có tham chiếu để so sánh trên đó.</translation>
    </message>
    <message>
        <source>{model} makes the predictions from now on.</source>
        <translation>Từ nay {model} làm dự đoán.</translation>
    </message>
    <message>
        <source>{model} makes the predictions again.</source>
        <translation>{model} lại làm dự đoán.</translation>
    </message>
    <message>
        <source>Rename {model}</source>
        <translation>Đổi tên {model}</translation>
    </message>
    <message>
        <source>What the model is called on the screen; predictions keep its name {name}:</source>
        <translation>Tên mô hình hiện trên màn hình; dự đoán giữ tên {name}:</translation>
    </message>
    <message>
        <source>Remove {model}?</source>
        <translation>Xóa {model}?</translation>
    </message>
    <message>
        <source>{model} is removed from the library. Predictions that it made stay.</source>
        <translation>{model} bị xóa khỏi thư viện. Dự đoán của nó vẫn còn.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>{model} was removed.</source>
        <translation>Đã xóa {model}.</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>Xuất {model}</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Nhập mô hình</translation>
    </message>
    <message>
        <source>{model} was taken in. It predicts once it is promoted.</source>
        <translation>Đã nhập {model}. Nó dự đoán khi được đưa vào dùng.</translation>
    </message>
    <message>
        <source>The model was written to {file}.</source>
        <translation>Đã ghi mô hình vào {file}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Các mô hình</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Các mô hình</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Bắt đầu từ</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Which model predicted when</source>
        <translation>Mô hình nào dự đoán khi nào</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Bởi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Về mô hình</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Thẻ</translation>
    </message>
    <message>
        <source>&amp;Cases it saw</source>
        <translation>&amp;Ca đã thấy</translation>
    </message>
    <message>
        <source>Com&amp;parison</source>
        <translation>So sán&amp;h</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Lịch sử</translation>
    </message>
    <message>
        <source>No model predicted before: there is nothing to go back to</source>
        <translation>Trước đó không có mô hình nào dự đoán: không có gì để quay lại</translation>
    </message>
    <message>
        <source>Let {model} predict again, as before</source>
        <translation>Để {model} dự đoán trở lại như trước</translation>
    </message>
    <message>
        <source>now</source>
        <translation>hiện nay</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>bị hỏng</translation>
    </message>
    <message>
        <source>&amp;Promote</source>
        <translation>Đưa &amp;vào dùng</translation>
    </message>
    <message>
        <source>It makes the predictions from now on</source>
        <translation>Từ nay nó làm dự đoán</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Before and after…</source>
        <translation>T&amp;rước và sau…</translation>
    </message>
    <message>
        <source>What the gate found of it</source>
        <translation>Kết quả cổng kiểm của nó</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Đổi tê&amp;n…</translation>
    </message>
    <message>
        <source>Call it otherwise; predictions keep its name</source>
        <translation>Gọi tên khác; dự đoán giữ tên cũ</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>Write it into one file that can be handed on</source>
        <translation>Ghi vào một tệp có thể chuyển đi</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Nhập…</translation>
    </message>
    <message>
        <source>Take in a model&apos;s file</source>
        <translation>Nhập tệp mô hình</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Xóa…</translation>
    </message>
    <message>
        <source>Remove it from the library</source>
        <translation>Xóa khỏi thư viện</translation>
    </message>
</context>
<context>
    <name>OverlayActs</name>
    <message>
        <source>Overlays</source>
        <translation>Lớp phủ</translation>
    </message>
</context>
<context>
    <name>OverlayRow</name>
    <message>
        <source>Colour of what is too much</source>
        <translation>Màu phần thừa</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>Màu của “{name}”</translation>
    </message>
    <message>
        <source>Opacity of “{name}”</source>
        <translation>Độ đậm của “{name}”</translation>
    </message>
    <message>
        <source>Opacity {value} %</source>
        <translation>Độ đậm {value} %</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>liền</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>đứt</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>chấm</translation>
    </message>
    <message>
        <source>{width} px</source>
        <translation>{width} px</translation>
    </message>
    <message>
        <source>Line of “{name}”</source>
        <translation>Nét của “{name}”</translation>
    </message>
    <message>
        <source>Width of “{name}”</source>
        <translation>Độ dày của “{name}”</translation>
    </message>
    <message>
        <source>Colour of what is too little</source>
        <translation>Màu phần thiếu</translation>
    </message>
    <message>
        <source>to the ground truth</source>
        <translation>với tham chiếu</translation>
    </message>
    <message>
        <source>to the prediction</source>
        <translation>với dự đoán</translation>
    </message>
    <message>
        <source>What the difference is taken to</source>
        <translation>Chênh lệch so với</translation>
    </message>
</context>
<context>
    <name>OverlaySection</name>
    <message>
        <source>Ground truth</source>
        <translation>Tham chiếu</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Dự đoán</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Bản sửa</translation>
    </message>
    <message>
        <source>Other readers</source>
        <translation>Người đọc khác</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>BPD and OFD</source>
        <translation>BPD và OFD</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>All overlays as they are at first</source>
        <translation>Mọi lớp phủ như ban đầu</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>green</source>
        <translation>xanh lục</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>cam</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>xanh trời</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>tím</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>đỏ son</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>vàng</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>xanh dương</translation>
    </message>
    <message>
        <source>white</source>
        <translation>trắng</translation>
    </message>
</context>
<context>
    <name>ReaderActs</name>
    <message>
        <source>The contour lies on the skull&apos;s edge already. Once more draws it there exactly.</source>
        <translation>Đường viền đã nằm trên mép hộp sọ. Thực hiện lần nữa để kéo sát hẳn vào mép.</translation>
    </message>
    <message>
        <source>The contour lies on the skull&apos;s edge.</source>
        <translation>Đường viền nằm trên mép hộp sọ.</translation>
    </message>
    <message>
        <source>An ellipse is as smooth as can be.</source>
        <translation>Elip đã mượt hết mức.</translation>
    </message>
    <message>
        <source>It is an ellipse already.</source>
        <translation>Đã là elip rồi.</translation>
    </message>
    <message>
        <source>This case has no ground truth.</source>
        <translation>Ca này không có tham chiếu.</translation>
    </message>
    <message>
        <source>No head would be left: the contour stays as it was.</source>
        <translation>Sẽ không còn đầu thai: đường viền giữ như cũ.</translation>
    </message>
    <message>
        <source>This is the last case.</source>
        <translation>Đây là ca cuối.</translation>
    </message>
    <message>
        <source>This is the first case.</source>
        <translation>Đây là ca đầu.</translation>
    </message>
    <message>
        <source>Every other case has a verdict.</source>
        <translation>Mọi ca khác đều đã có kết luận.</translation>
    </message>
    <message>
        <source>Let the handle go first, or press Escape.</source>
        <translation>Hãy thả chuột trước, hoặc nhấn Esc.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Recent studies</source>
        <translation>Bộ ảnh &amp;gần đây</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Reject {filename}</source>
        <translation>Loại {filename}</translation>
    </message>
    <message>
        <source>Why is this case rejected? Choose a reason or write one.</source>
        <translation>Vì sao loại ca này? Hãy chọn hoặc viết lý do.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Loại</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>This case has no other revision before this one.</source>
        <translation>Ca này không có bản sửa nào trước bản này.</translation>
    </message>
    <message>
        <source>There is no contour to accept yet.</source>
        <translation>Chưa có đường viền để chấp nhận.</translation>
    </message>
    <message>
        <source>A step that is damaged in the store was passed over.</source>
        <translation>Đã bỏ qua một bước bị hỏng trong kho lưu.</translation>
    </message>
    <message>
        <source>Another window changed this case: look at it again, and repeat what you did.</source>
        <translation>Cửa sổ khác đã thay đổi ca này: hãy xem lại và làm lại thao tác.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Reading the image…</source>
        <translation>Đang đọc ảnh…</translation>
    </message>
</context>
<context>
    <name>ReviewStatusBar</name>
    <message>
        <source>Reader: {reader}</source>
        <translation>Người đọc: {reader}</translation>
    </message>
    <message>
        <source>Case {number} of {total} ({set})</source>
        <translation>Ca {number} / {total} ({set})</translation>
    </message>
    <message>
        <source>Case {number} of {total}</source>
        <translation>Ca {number} / {total}</translation>
    </message>
    <message>
        <source>Predicting: {done} of {total}</source>
        <translation>Đang dự đoán: {done} / {total}</translation>
    </message>
    <message>
        <source>All cases predicted by {model}</source>
        <translation>Mọi ca đã dự đoán bằng {model}</translation>
    </message>
    <message>
        <source>No predictions</source>
        <translation>Không có dự đoán</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Phím và chuột</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Phím</translation>
    </message>
    <message>
        <source>&amp;Mouse and image</source>
        <translation>&amp;Chuột và ảnh</translation>
    </message>
    <message>
        <source>A few letters of a command or a key</source>
        <translation>Vài chữ của lệnh hoặc phím</translation>
    </message>
    <message>
        <source>Letters of a command or a key</source>
        <translation>Chữ của lệnh hoặc phím</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Các lệnh và phím</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Đặt lại mọi phím</translation>
    </message>
    <message>
        <source>What the mouse and the keys do on the image</source>
        <translation>Chuột và phím làm gì trên ảnh</translation>
    </message>
    <message>
        <source>Drag a square</source>
        <translation>Kéo ô vuông</translation>
    </message>
    <message>
        <source>moves that end of the axis</source>
        <translation>dời đầu trục đó</translation>
    </message>
    <message>
        <source>… with Shift</source>
        <translation>… với Shift</translation>
    </message>
    <message>
        <source>keeps the ratio of the axes</source>
        <translation>giữ tỷ lệ hai trục</translation>
    </message>
    <message>
        <source>… with Alt or Ctrl</source>
        <translation>… với Alt hoặc Ctrl</translation>
    </message>
    <message>
        <source>keeps the centre; with Shift as well both</source>
        <translation>giữ tâm; thêm Shift thì giữ cả hai</translation>
    </message>
    <message>
        <source>Drag the cross</source>
        <translation>Kéo dấu chữ thập</translation>
    </message>
    <message>
        <source>moves the ellipse</source>
        <translation>dời elip</translation>
    </message>
    <message>
        <source>Drag the dot</source>
        <translation>Kéo chấm tròn</translation>
    </message>
    <message>
        <source>turns the ellipse</source>
        <translation>xoay elip</translation>
    </message>
    <message>
        <source>Esc while dragging</source>
        <translation>Esc khi đang kéo</translation>
    </message>
    <message>
        <source>gives the drag up</source>
        <translation>bỏ thao tác kéo</translation>
    </message>
    <message>
        <source>. and , on the image</source>
        <translation>. và , trên ảnh</translation>
    </message>
    <message>
        <source>choose the next and the last handle or point; the arrow keys then move it</source>
        <translation>chọn nút hoặc điểm kế tiếp và trước; phím mũi tên dời nó</translation>
    </message>
    <message>
        <source>Arrow keys on the image</source>
        <translation>Phím mũi tên trên ảnh</translation>
    </message>
    <message>
        <source>move by 1 px; Shift 10 px, Alt 0.1 px</source>
        <translation>dời 1 px; Shift 10 px, Alt 0,1 px</translation>
    </message>
    <message>
        <source>[ and ], + and −</source>
        <translation>[ và ], + và −</translation>
    </message>
    <message>
        <source>turn by one degree, resize by 1 px</source>
        <translation>xoay một độ, đổi cỡ 1 px</translation>
    </message>
    <message>
        <source>Wheel, double click</source>
        <translation>Con lăn, bấm đúp</translation>
    </message>
    <message>
        <source>zooms at the pointer, fits the image</source>
        <translation>phóng tại con trỏ, vừa khung</translation>
    </message>
    <message>
        <source>Middle drag, or drag with Space</source>
        <translation>Kéo nút giữa, hoặc kéo với Space</translation>
    </message>
    <message>
        <source>pans</source>
        <translation>dời khung nhìn</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Kéo nút phải</translation>
    </message>
    <message>
        <source>sideways the window, up and down the level</source>
        <translation>ngang: độ rộng cửa sổ, dọc: mức</translation>
    </message>
    <message>
        <source>With a tool: wheel</source>
        <translation>Khi dùng công cụ: con lăn</translation>
    </message>
    <message>
        <source>sets its size or reach; with Ctrl it zooms</source>
        <translation>đặt cỡ hoặc tầm; với Ctrl thì phóng</translation>
    </message>
    <message>
        <source>Hold H</source>
        <translation>Giữ H</translation>
    </message>
    <message>
        <source>hides all overlays</source>
        <translation>ẩn mọi lớp phủ</translation>
    </message>
    <message>
        <source>Tab, F6</source>
        <translation>Tab, F6</translation>
    </message>
    <message>
        <source>go to the next control, to the next area</source>
        <translation>sang điều khiển, sang vùng kế tiếp</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Bạn đã đổi</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Figures of the head</source>
        <translation>Số đo của đầu</translation>
    </message>
    <message>
        <source>SYNTHETIC IMAGE</source>
        <translation>ẢNH TỔNG HỢP</translation>
    </message>
    <message>
        <source>Enter dates…</source>
        <translation>Nhập ngày…</translation>
    </message>
    <message>
        <source>From dates come the age at the scan and the centile of HC</source>
        <translation>Từ các ngày tính ra tuổi thai lúc siêu âm và bách phân vị của HC</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>The calibrate tool makes it from a line whose length you know.</source>
        <translation>Công cụ hiệu chuẩn tính từ đoạn thẳng đã biết độ dài.</translation>
    </message>
    <message>
        <source>HEAD CIRCUMFERENCE</source>
        <translation>CHU VI VÒNG ĐẦU</translation>
    </message>
    <message>
        <source>Outside {low} to {high} (Hadlock 1981).</source>
        <translation>Ngoài khoảng {low} đến {high} (Hadlock 1981).</translation>
    </message>
    <message>
        <source>– no pixel size</source>
        <translation>– không rõ cỡ điểm</translation>
    </message>
    <message>
        <source>– {low} to {high} w only</source>
        <translation>– chỉ {low}–{high} tuần</translation>
    </message>
    <message>
        <source>Whole days of gestational age between the two heads. {source}.</source>
        <translation>Số ngày tuổi thai tròn giữa hai đầu. {source}.</translation>
    </message>
    <message>
        <source>Change dates…</source>
        <translation>Đổi ngày…</translation>
    </message>
    <message>
        <source>The centile needs the dates.</source>
        <translation>Bách phân vị cần các ngày.</translation>
    </message>
    <message>
        <source>{low} to {high} mm</source>
        <translation>{low} – {high} mm</translation>
    </message>
    <message>
        <source>calibration by {reader}</source>
        <translation>hiệu chuẩn của {reader}</translation>
    </message>
    <message>
        <source>table</source>
        <translation>bảng</translation>
    </message>
    <message>
        <source>no contour yet</source>
        <translation>chưa có đường viền</translation>
    </message>
    <message>
        <source>no head found</source>
        <translation>không thấy đầu</translation>
    </message>
    <message>
        <source>correction by {reader}</source>
        <translation>bản sửa của {reader}</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>dự đoán</translation>
    </message>
    <message>
        <source>being corrected</source>
        <translation>đang sửa</translation>
    </message>
</context>
<context>
    <name>SpokenCase</name>
    <message>
        <source>correction</source>
        <translation>bản sửa</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>dự đoán</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Review fetal head circumference</source>
        <translation>Xem xét chu vi vòng đầu thai nhi</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>Mở một thư mục ảnh…</translation>
    </message>
    <message>
        <source>Open the sample study (synthetic images)</source>
        <translation>Mở bộ ảnh mẫu (ảnh tổng hợp)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Open a folder of HC18 images, or any folder of PNG, JPEG, TIFF or BMP images. You can drop one here.</source>
        <translation>Mở thư mục ảnh HC18, hoặc thư mục ảnh PNG, JPEG, TIFF hay BMP bất kỳ. Bạn có thể thả thư mục vào đây.</translation>
    </message>
</context>
<context>
    <name>ToneNote</name>
    <message>
        <source>How the image is seen</source>
        <translation>Cách hiện ảnh</translation>
    </message>
    <message>
        <source>Window {0}, level {1}</source>
        <translation>Độ rộng {0}, mức {1}</translation>
    </message>
    <message>
        <source>gamma {0}</source>
        <translation>gamma {0}</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>đảo màu</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
</context>
<context>
    <name>ToolBars</name>
    <message>
        <source>Tool bar</source>
        <translation>Thanh công cụ</translation>
    </message>
</context>
<context>
    <name>TuneActs</name>
    <message>
        <source>Fine-tuning {model} on {count} cases of {study}</source>
        <translation>Tinh chỉnh {model} trên {count} ca của {study}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Đang khởi động</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Đang hủy…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đã tạm dừng</translation>
    </message>
    <message>
        <source>The fine-tuning is finished: {model}</source>
        <translation>Tinh chỉnh đã xong: {model}</translation>
    </message>
    <message>
        <source>The fine-tuning was cancelled; nothing is left of it.</source>
        <translation>Đã hủy tinh chỉnh; không còn lại gì.</translation>
    </message>
    <message>
        <source>The fine-tuning {model} is not finished</source>
        <translation>Lần tinh chỉnh {model} chưa xong</translation>
    </message>
    <message>
        <source>It was stopped before its end and can go on where it was.</source>
        <translation>Nó bị dừng trước khi xong và có thể tiếp tục từ chỗ đó.</translation>
    </message>
    <message>
        <source>No fine-tuning is running, and none was left unfinished.</source>
        <translation>Không có lần tinh chỉnh nào đang chạy hay còn dang dở.</translation>
    </message>
    <message>
        <source>{folder} cannot be removed: {why}.</source>
        <translation>Không xóa được {folder}: {why}.</translation>
    </message>
    <message>
        <source>no fine-tuning is running</source>
        <translation>không có lần tinh chỉnh nào đang chạy</translation>
    </message>
    <message>
        <source>no study is open</source>
        <translation>chưa mở bộ ảnh nào</translation>
    </message>
    <message>
        <source>a fine-tuning is running already</source>
        <translation>đang có một lần tinh chỉnh chạy</translation>
    </message>
    <message>
        <source>{count} cases are corrected; at least {least} are needed</source>
        <translation>đã sửa {count} ca; cần ít nhất {least}</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Tinh chỉnh</translation>
    </message>
</context>
<context>
    <name>TuneCurves</name>
    <message>
        <source>Loss</source>
        <translation>Hàm mất mát</translation>
    </message>
    <message>
        <source>Dice at the gate, %</source>
        <translation>Dice ở cổng kiểm, %</translation>
    </message>
</context>
<context>
    <name>TuneStrip</name>
    <message>
        <source>Fine-tuning</source>
        <translation>Tinh chỉnh</translation>
    </message>
    <message>
        <source>How far the fine-tuning is</source>
        <translation>Tiến độ tinh chỉnh</translation>
    </message>
    <message>
        <source>Comparing with the model before</source>
        <translation>Đang so với mô hình trước</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Đang khởi động</translation>
    </message>
    <message>
        <source>Learning again without a third of the cases, to judge by these ({part} of {parts})</source>
        <translation>Học lại không có một phần ba số ca, để đánh giá trên chúng ({part} / {parts})</translation>
    </message>
    <message>
        <source>Epoch {epoch} of at most {epochs}</source>
        <translation>Lượt học {epoch} / nhiều nhất {epochs}</translation>
    </message>
    <message>
        <source>{text} · {time} left</source>
        <translation>{text} · còn {time}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Before and after…</source>
        <translation>Trước và sau…</translation>
    </message>
    <message>
        <source>Stop it and remove what it has learnt</source>
        <translation>Dừng và xóa những gì đã học</translation>
    </message>
    <message>
        <source>Put this strip away; the Model menu leads back</source>
        <translation>Cất dải này đi; mở lại từ menu Mô hình</translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>no study is open</source>
        <translation>chưa mở bộ ảnh nào</translation>
    </message>
    <message>
        <source>no fine-tuning is running</source>
        <translation>không có lần tinh chỉnh nào đang chạy</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Accept</source>
        <translation>Chấp nhận</translation>
    </message>
    <message>
        <source>Accept the contour</source>
        <translation>Chấp nhận đường viền</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Loại…</translation>
    </message>
    <message>
        <source>Reject the case with a reason</source>
        <translation>Loại ca kèm lý do</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Đánh dấu</translation>
    </message>
    <message>
        <source>Flag the case for a second look</source>
        <translation>Đánh dấu ca để xem lại</translation>
    </message>
    <message>
        <source>To prediction</source>
        <translation>Về dự đoán</translation>
    </message>
    <message>
        <source>Drop the correction</source>
        <translation>Bỏ bản sửa</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>The case counts as not read again</source>
        <translation>Ca lại được coi là chưa đọc</translation>
    </message>
    <message>
        <source>Verdict: {verdict}</source>
        <translation>Kết luận: {verdict}</translation>
    </message>
    <message>
        <source>Accept correction</source>
        <translation>Chấp nhận bản sửa</translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation>Chấp nhận dự đoán</translation>
    </message>
</context>
<context>
    <name>ViewPanel</name>
    <message>
        <source>View options</source>
        <translation>Tùy chọn hiển thị</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>±0 d</source>
        <translation>±0 ngày</translation>
    </message>
    <message>
        <source>{sign}{days} d</source>
        <translation>{sign}{days} ngày</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>chưa đọc</translation>
    </message>
    <message>
        <source>no head found</source>
        <translation>không thấy đầu</translation>
    </message>
</context>
<context>
    <name>WorstCases</name>
    <message>
        <source>Subjects not taught, the worst first</source>
        <translation>Đối tượng không được học, kém nhất trước</translation>
    </message>
    <message>
        <source>{case}
no head found</source>
        <translation>{case}
không thấy đầu thai</translation>
    </message>
    <message>
        <source>{case}
Dice {before} → {after}</source>
        <translation>{case}
Dice {before} → {after}</translation>
    </message>
    <message>
        <source>{case}
HC {before} → {after} mm · {dice} %</source>
        <translation>{case}
HC {before} → {after} mm · {dice} %</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>{name}: no head found</source>
        <translation>{name}: không thấy đầu thai</translation>
    </message>
    <message>
        <source>{name}: Dice {dice} %</source>
        <translation>{name}: Dice {dice} %</translation>
    </message>
    <message>
        <source>{name}: HC {error}, Dice {dice} %</source>
        <translation>{name}: HC {error}, Dice {dice} %</translation>
    </message>
</context>
</TS>
