<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{weeks} w {days} d</source>
        <translation>{weeks} SA + {days} j</translation>
    </message>
    <message>
        <source>{formula} holds from {low} to {high}.</source>
        <translation>{formula} est valable de {low} à {high}.</translation>
    </message>
    <message>
        <source>There is no head circumference in millimetres.</source>
        <translation>Il n’y a pas de périmètre céphalique en millimètres.</translation>
    </message>
    <message>
        <source>Hadlock&apos;s formula</source>
        <translation>La formule de Hadlock</translation>
    </message>
    <message>
        <source>The INTERGROWTH-21st formula</source>
        <translation>La formule INTERGROWTH-21st</translation>
    </message>
    <message>
        <source>The date of the scan lies too far in the future.</source>
        <translation>La date de l’échographie est trop loin dans le futur.</translation>
    </message>
    <message>
        <source>The scan lies before the last menstrual period.</source>
        <translation>L’échographie précède les dernières règles.</translation>
    </message>
    <message>
        <source>The expected delivery lies more than {days} days after the scan.</source>
        <translation>L’accouchement est prévu plus de {days} jours après l’échographie.</translation>
    </message>
    <message>
        <source>The earlier scan lies after this one.</source>
        <translation>L’échographie antérieure est postérieure à celle-ci.</translation>
    </message>
    <message>
        <source>An age lies between 0 and {weeks} weeks.</source>
        <translation>Un âge est compris entre 0 et {weeks} semaines.</translation>
    </message>
    <message>
        <source>The age would be {age}, more than {weeks} weeks: check the dates.</source>
        <translation>L’âge serait de {age}, plus de {weeks} semaines&#xa0;: vérifiez les dates.</translation>
    </message>
    <message>
        <source>There is no {measure} in millimetres.</source>
        <translation>Il n’y a pas de {measure} en millimètres.</translation>
    </message>
    <message>
        <source>The INTERGROWTH-21st standards hold from {low} to {high}.</source>
        <translation>Les standards INTERGROWTH-21st sont valables de {low} à {high}.</translation>
    </message>
    <message>
        <source>The ground truth cannot be read: {reason}</source>
        <translation>La référence ne peut pas être lue&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The ground truth {file} is empty.</source>
        <translation>La référence {file} est vide.</translation>
    </message>
    <message>
        <source>The ground truth is {width} x {height} pixels, the image {wanted_width} x {wanted_height}: they do not belong together, so the ground truth is left out.</source>
        <translation>La référence mesure {width} x {height} pixels, l’image {wanted_width} x {wanted_height}&#xa0;: elles ne vont pas ensemble, la référence est donc ignorée.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be shown ({reason}). Copy it again from its source.</source>
        <translation>{file} est endommagé et ne peut pas être affiché ({reason}). Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>{file} est introuvable.</translation>
    </message>
    <message>
        <source>{file} may not be read: permission denied.</source>
        <translation>{file} ne peut pas être lu&#xa0;: accès refusé.</translation>
    </message>
    <message>
        <source>{file} claims a size that is too large for a scan.</source>
        <translation>{file} annonce une taille trop grande pour une échographie.</translation>
    </message>
    <message>
        <source>{file} is damaged or no PNG, JPEG, TIFF or BMP image. Copy it again from its source.</source>
        <translation>{file} est endommagé ou n’est pas une image PNG, JPEG, TIFF ou BMP. Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{file} is only {width} x {height} pixels: too small for a scan.</source>
        <translation>{file} ne mesure que {width} x {height} pixels&#xa0;: trop petit pour une échographie.</translation>
    </message>
    <message>
        <source>{file} claims {width} x {height} pixels: too large for a scan.</source>
        <translation>{file} annonce {width} x {height} pixels&#xa0;: trop grand pour une échographie.</translation>
    </message>
    <message>
        <source>{folder} holds other files. Choose an empty or a new folder for the sample study.</source>
        <translation>{folder} contient d’autres fichiers. Choisissez un dossier vide ou nouveau pour l’étude d’exemple.</translation>
    </message>
    <message>
        <source>The sample study cannot be written into {folder}: {reason}. Choose another folder.</source>
        <translation>L’étude d’exemple ne peut pas être écrite dans {folder}&#xa0;: {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Drawing the sample study</source>
        <translation>Dessin de l’étude d’exemple</translation>
    </message>
    <message>
        <source>{path} holds no PNG, JPEG, TIFF or BMP image. Choose the folder that holds the images, or the folder above HC18&apos;s training_set and test_set.</source>
        <translation>{path} ne contient aucune image PNG, JPEG, TIFF ou BMP. Choisissez le dossier des images, ou celui qui contient training_set et test_set de HC18.</translation>
    </message>
    <message>
        <source>Opening the study</source>
        <translation>Ouverture de l’étude</translation>
    </message>
    <message>
        <source>There is nothing at {path}. Check the path.</source>
        <translation>Il n’y a rien à {path}. Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>{file} is no image that can be opened: PNG, JPEG, TIFF or BMP are.</source>
        <translation>{file} n’est pas une image lisible&#xa0;: il faut du PNG, JPEG, TIFF ou BMP.</translation>
    </message>
    <message>
        <source>{folder} cannot be listed: {reason}.</source>
        <translation>Le contenu de {folder} ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The table has no row for it: pixel size unknown.</source>
        <translation>La table n’a pas de ligne pour elle&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>There is no table of pixel sizes: pixel size unknown.</source>
        <translation>Il n’y a pas de table des tailles de pixel&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): pixel size unknown.</source>
        <translation>{file} ne peut pas être lu ({reason})&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>{file} is no text file: pixel size unknown.</source>
        <translation>{file} n’est pas un fichier texte&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>{file} is no CSV ({reason}): pixel size unknown.</source>
        <translation>{file} n’est pas un CSV ({reason})&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>{file} should begin with &quot;{wanted}&quot;, but begins with &quot;{found}&quot;: pixel size unknown.</source>
        <translation>{file} devrait commencer par «&#xa0;{wanted}&#xa0;», mais commence par «&#xa0;{found}&#xa0;»&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>The table has two different rows for it: pixel size unknown.</source>
        <translation>La table a deux lignes différentes pour elle&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>The table gives {size} mm as pixel size, which no scanner has: pixel size unknown.</source>
        <translation>La table donne {size} mm comme taille de pixel, ce qu’aucun échographe n’a&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>The table gives &quot;{size}&quot; as pixel size, which is no positive number: pixel size unknown.</source>
        <translation>La table donne «&#xa0;{size}&#xa0;» comme taille de pixel, ce qui n’est pas un nombre positif&#xa0;: taille de pixel inconnue.</translation>
    </message>
    <message>
        <source>The table gives &quot;{hc}&quot; as HC, which is no positive number.</source>
        <translation>La table donne «&#xa0;{hc}&#xa0;» comme PC, ce qui n’est pas un nombre positif.</translation>
    </message>
    <message>
        <source>The ground truth of {file} shows no ellipse.</source>
        <translation>La référence de {file} ne montre pas d’ellipse.</translation>
    </message>
    <message>
        <source>The weights of the model {model} are missing or damaged. Choose another model or install this one again.</source>
        <translation>Les poids du modèle {model} manquent ou sont endommagés. Choisissez un autre modèle ou réinstallez celui-ci.</translation>
    </message>
    <message>
        <source>The weights of the model {model} do not belong to its card.</source>
        <translation>Les poids du modèle {model} ne correspondent pas à sa fiche.</translation>
    </message>
    <message>
        <source>The model {model} has no readable {file}.</source>
        <translation>Le modèle {model} n’a pas de {file} lisible.</translation>
    </message>
    <message>
        <source>The card of the model {model} is damaged: {reason}.</source>
        <translation>La fiche du modèle {model} est endommagée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The card of the model {model} is incomplete: {reason}.</source>
        <translation>La fiche du modèle {model} est incomplète&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>it was written by a newer version of this program</source>
        <translation>elle a été écrite par une version plus récente de ce programme</translation>
    </message>
    <message>
        <source>There is no model &quot;{wanted}&quot;. There are: {models}. A folder that train wrote is a model too.</source>
        <translation>Il n’y a pas de modèle «&#xa0;{wanted}&#xa0;». Il y a&#xa0;: {models}. Un dossier écrit par train est aussi un modèle.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>The model sees no skull in this image.</source>
        <translation>Le modèle ne voit pas de crâne sur cette image.</translation>
    </message>
    <message>
        <source>The model sees only a speck, too small for a head.</source>
        <translation>Le modèle ne voit qu’une tache, trop petite pour une tête.</translation>
    </message>
    <message>
        <source>What the model sees is no ellipse.</source>
        <translation>Ce que voit le modèle n’est pas une ellipse.</translation>
    </message>
    <message>
        <source>This machine has no {device} device that the installed torch can use. Choose auto or cpu.</source>
        <translation>Cette machine n’a pas de périphérique {device} utilisable par le torch installé. Choisissez auto ou cpu.</translation>
    </message>
    <message>
        <source>The skull leaves the image.</source>
        <translation>Le crâne sort de l’image.</translation>
    </message>
    <message>
        <source>The image and its mirror image give different outlines.</source>
        <translation>L’image et son miroir donnent des contours différents.</translation>
    </message>
    <message>
        <source>The whole image and the close look give different outlines.</source>
        <translation>L’image entière et la vue rapprochée donnent des contours différents.</translation>
    </message>
    <message>
        <source>What the model sees is not quite an ellipse.</source>
        <translation>Ce que voit le modèle n’est pas tout à fait une ellipse.</translation>
    </message>
    <message>
        <source>The edge of the skull is hard to see.</source>
        <translation>Le bord du crâne est difficile à voir.</translation>
    </message>
    <message>
        <source>What the model sees has no clear edge, as a head would.</source>
        <translation>Ce que voit le modèle n’a pas le bord net d’une tête.</translation>
    </message>
    <message>
        <source>What the model sees is no ellipse, as a head would be.</source>
        <translation>Ce que voit le modèle n’est pas une ellipse comme le serait une tête.</translation>
    </message>
    <message>
        <source>The model sees something else in the mirror image: this is no head.</source>
        <translation>Le modèle voit autre chose dans l’image miroir&#xa0;: ce n’est pas une tête.</translation>
    </message>
    <message>
        <source>The margin of the model {model} is damaged: {reason}. Remove {file} from its folder to predict without intervals, or install the model again.</source>
        <translation>La marge du modèle {model} est endommagée&#xa0;: {reason}. Supprimez {file} de son dossier pour prédire sans intervalles, ou réinstallez le modèle.</translation>
    </message>
    <message>
        <source>What the model sees in the whole image is gone at a closer look: no head.</source>
        <translation>Ce que le modèle voit sur l’image entière disparaît de plus près&#xa0;: pas de tête.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory is full: predictions run on the processor, slower. Close other programs that use the card and start again to have it back.</source>
        <translation>La mémoire de la carte graphique est pleine&#xa0;: les prédictions tournent sur le processeur, plus lentement. Fermez les autres programmes qui utilisent la carte et redémarrez pour la retrouver.</translation>
    </message>
    <message>
        <source>The folder {folder} for the review cannot be made: {reason}. Choose another with --store.</source>
        <translation>Le dossier {folder} de la relecture ne peut pas être créé&#xa0;: {reason}. Choisissez-en un autre avec --store.</translation>
    </message>
    <message>
        <source>{path} is no review of this program. Move it away, or choose another folder with --store.</source>
        <translation>{path} n’est pas une relecture de ce programme. Déplacez-la, ou choisissez un autre dossier avec --store.</translation>
    </message>
    <message>
        <source>The review {file} was written by a newer version of this program. Install the newest version to open it; nothing was changed.</source>
        <translation>La relecture {file} a été écrite par une version plus récente de ce programme. Installez la dernière version pour l’ouvrir&#xa0;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The review {path} is damaged and was left as it is. Put a copy from a backup in its place, or move it away to begin anew.</source>
        <translation>La relecture {path} est endommagée et a été laissée telle quelle. Remplacez-la par une copie de sauvegarde, ou déplacez-la pour recommencer.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was stored in {file}. Make room and try again.</source>
        <translation>Le disque est plein&#xa0;: rien n’a été enregistré dans {file}. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The review {path} cannot be written. Check the permissions of its folder, or choose another with --store.</source>
        <translation>La relecture {path} ne peut pas être écrite. Vérifiez les droits de son dossier, ou choisissez-en un autre avec --store.</translation>
    </message>
    <message>
        <source>Another program holds the review {file} for more than {seconds} s. Close it and try again.</source>
        <translation>Un autre programme occupe la relecture {file} depuis plus de {seconds} s. Fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>The review {path} cannot be used: {reason}.</source>
        <translation>La relecture {path} ne peut pas être utilisée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>move ellipse</source>
        <translation>déplacer l’ellipse</translation>
    </message>
    <message>
        <source>move axis end</source>
        <translation>déplacer l’extrémité d’un axe</translation>
    </message>
    <message>
        <source>rotate ellipse</source>
        <translation>tourner l’ellipse</translation>
    </message>
    <message>
        <source>resize ellipse</source>
        <translation>redimensionner l’ellipse</translation>
    </message>
    <message>
        <source>move contour</source>
        <translation>déplacer le contour</translation>
    </message>
    <message>
        <source>Drag to erase from the head; wheel: size.</source>
        <translation>Glissez pour enlever de la tête&#xa0;; molette&#xa0;: taille.</translation>
    </message>
    <message>
        <source>Drag to add to the head; wheel: size.</source>
        <translation>Glissez pour ajouter à la tête&#xa0;; molette&#xa0;: taille.</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>effacer</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>peindre</translation>
    </message>
    <message>
        <source>Click one end of OFD.</source>
        <translation>Cliquez sur une extrémité du DFO.</translation>
    </message>
    <message>
        <source>Click the other end of OFD.</source>
        <translation>Cliquez sur l’autre extrémité du DFO.</translation>
    </message>
    <message>
        <source>Click one end of BPD.</source>
        <translation>Cliquez sur une extrémité du BIP.</translation>
    </message>
    <message>
        <source>Click the other end of BPD.</source>
        <translation>Cliquez sur l’autre extrémité du BIP.</translation>
    </message>
    <message>
        <source>calipers</source>
        <translation>calipers</translation>
    </message>
    <message>
        <source>Drag the line; wheel: how far neighbours follow. Shift-drag chooses points, arrows move them, Del deletes them, double click adds one.</source>
        <translation>Glissez la ligne&#xa0;; molette&#xa0;: portée sur les voisins. Maj+glisser choisit des points, les flèches les déplacent, Suppr les efface, double-clic en ajoute un.</translation>
    </message>
    <message>
        <source>move points</source>
        <translation>déplacer des points</translation>
    </message>
    <message>
        <source>move point</source>
        <translation>déplacer un point</translation>
    </message>
    <message>
        <source>nudge points</source>
        <translation>décaler des points</translation>
    </message>
    <message>
        <source>delete points</source>
        <translation>supprimer des points</translation>
    </message>
    <message>
        <source>insert point</source>
        <translation>ajouter un point</translation>
    </message>
    <message>
        <source>Press inside the head and push the line out, or outside and push it in; wheel: size.</source>
        <translation>Appuyez dans la tête pour pousser la ligne dehors, ou dehors pour la pousser dedans&#xa0;; molette&#xa0;: taille.</translation>
    </message>
    <message>
        <source>push contour</source>
        <translation>pousser le contour</translation>
    </message>
    <message>
        <source>Press near the line and move along the skull: the new piece snaps to its edge.</source>
        <translation>Appuyez près de la ligne et suivez le crâne : le nouveau tronçon s’accroche à son bord.</translation>
    </message>
    <message>
        <source>Draw a new piece from one spot of the line to another; with Ctrl held it snaps to the skull.</source>
        <translation>Tracez un nouveau tronçon d’un point de la ligne à un autre ; avec Ctrl, il s’accroche au crâne.</translation>
    </message>
    <message>
        <source>redraw section</source>
        <translation>redessiner une section</translation>
    </message>
    <message>
        <source>magnetic section</source>
        <translation>section magnétique</translation>
    </message>
    <message>
        <source>start from previous revision</source>
        <translation>partir de la révision précédente</translation>
    </message>
    <message>
        <source>Last menstrual period, first day</source>
        <translation>Dernières règles, premier jour</translation>
    </message>
    <message>
        <source>Expected date of delivery</source>
        <translation>Date prévue d’accouchement</translation>
    </message>
    <message>
        <source>Earlier scan</source>
        <translation>Échographie antérieure</translation>
    </message>
    <message>
        <source>Enter the first day of the last menstrual period as {example}.</source>
        <translation>Saisissez le premier jour des dernières règles, par exemple {example}.</translation>
    </message>
    <message>
        <source>Enter the expected date of delivery as {example}.</source>
        <translation>Saisissez la date prévue d’accouchement, par exemple {example}.</translation>
    </message>
    <message>
        <source>Enter the day of the earlier scan as {example}.</source>
        <translation>Saisissez le jour de l’échographie antérieure, par exemple {example}.</translation>
    </message>
    <message>
        <source>HC (mm)</source>
        <translation>PC (mm)</translation>
    </message>
    <message>
        <source>Gestational age (weeks)</source>
        <translation>Âge gestationnel (SA)</translation>
    </message>
    <message>
        <source>Age (weeks)</source>
        <translation>Âge (SA)</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>SA</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>prédiction</translation>
    </message>
    <message>
        <source>January</source>
        <translation>janvier</translation>
    </message>
    <message>
        <source>February</source>
        <translation>février</translation>
    </message>
    <message>
        <source>March</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>April</source>
        <translation>avril</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juillet</translation>
    </message>
    <message>
        <source>August</source>
        <translation>août</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octobre</translation>
    </message>
    <message>
        <source>November</source>
        <translation>novembre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>décembre</translation>
    </message>
    <message>
        <source>back to prediction</source>
        <translation>retour à la prédiction</translation>
    </message>
    <message>
        <source>snap to skull</source>
        <translation>caler sur le crâne</translation>
    </message>
    <message>
        <source>smooth contour</source>
        <translation>lisser le contour</translation>
    </message>
    <message>
        <source>fit ellipse</source>
        <translation>ajuster une ellipse</translation>
    </message>
    <message>
        <source>start from ground truth</source>
        <translation>partir de la référence</translation>
    </message>
    <message>
        <source>No head in the image</source>
        <translation>Pas de tête sur l’image</translation>
    </message>
    <message>
        <source>Head cut off by the edge of the image</source>
        <translation>Tête coupée par le bord de l’image</translation>
    </message>
    <message>
        <source>Not the standard plane</source>
        <translation>Plan de coupe non standard</translation>
    </message>
    <message>
        <source>Skull not visible well enough</source>
        <translation>Crâne insuffisamment visible</translation>
    </message>
    <message>
        <source>Calipers or text cover the skull</source>
        <translation>Calipers ou texte masquant le crâne</translation>
    </message>
    <message>
        <source>GA, Hadlock</source>
        <translation>AG, Hadlock</translation>
    </message>
    <message>
        <source>GA, INTERGROWTH</source>
        <translation>AG, INTERGROWTH</translation>
    </message>
    <message>
        <source>HC – prediction</source>
        <translation>PC – prédiction</translation>
    </message>
    <message>
        <source>Age – prediction</source>
        <translation>Âge – prédiction</translation>
    </message>
    <message>
        <source>Dice to prediction</source>
        <translation>Dice / prédiction</translation>
    </message>
    <message>
        <source>HC – ground truth</source>
        <translation>PC – référence</translation>
    </message>
    <message>
        <source>Age – ground truth</source>
        <translation>Âge – référence</translation>
    </message>
    <message>
        <source>Dice to ground truth</source>
        <translation>Dice / référence</translation>
    </message>
    <message>
        <source>BPD</source>
        <translation>BIP</translation>
    </message>
    <message>
        <source>OFD</source>
        <translation>DFO</translation>
    </message>
    <message>
        <source>Cephalic index</source>
        <translation>Index céphalique</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>Intervalle à 90&#xa0;%</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Taille de pixel</translation>
    </message>
    <message>
        <source>Size from</source>
        <translation>Taille d’après</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>signalé</translation>
    </message>
    <message>
        <source>Something went wrong inside the program; the log file has the details.</source>
        <translation>Une erreur s’est produite dans le programme&#xa0;; les détails sont dans le journal.</translation>
    </message>
    <message>
        <source>The review {path} lacks a correction that it refers to.</source>
        <translation>Il manque à la relecture {path} une correction à laquelle elle renvoie.</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <source>Draw a line whose length you know; Shift keeps it upright or level.</source>
        <translation>Tracez une ligne de longueur connue&#xa0;; Maj la garde verticale ou horizontale.</translation>
    </message>
    <message>
        <source>{share:.0f} % of the corrections lie far from what both models see, even after the training: look at these again.</source>
        <translation>{share:.0f}&#xa0;% des corrections sont loin de ce que voient les deux modèles, même après l’entraînement&#xa0;: revoyez-les.</translation>
    </message>
    <message>
        <source>It is not surely better than its parent on subjects not taught.</source>
        <translation>Sur les sujets non appris, il n’est pas sûrement meilleur que son parent.</translation>
    </message>
    <message>
        <source>On the gate its HC error is {more:.1f} mm larger.</source>
        <translation>Au contrôle, son erreur de PC est plus grande de {more:.1f} mm.</translation>
    </message>
    <message>
        <source>On the gate it loses {lost:.2f} points of Dice.</source>
        <translation>Au contrôle, il perd {lost:.2f} points de Dice.</translation>
    </message>
    <message>
        <source>On the gate it misses heads that its parent finds.</source>
        <translation>Au contrôle, il manque des têtes que son parent trouve.</translation>
    </message>
    <message>
        <source>On {cases} it loses {lost:.2f} points of Dice.</source>
        <translation>Sur {cases}, il perd {lost:.2f} points de Dice.</translation>
    </message>
    <message>
        <source>On {cases} it misses heads that its parent finds.</source>
        <translation>Sur {cases}, il manque des têtes que son parent trouve.</translation>
    </message>
    <message>
        <source>Better on {better} of {cases}, worse on {worse}{figure}; {elsewhere}.</source>
        <translation>Meilleur sur {better} cas sur {cases}, moins bon sur {worse}{figure}&#xa0;; {elsewhere}.</translation>
    </message>
    <message>
        <source>, HC error {before:.1f} -&gt; {after:.1f} mm</source>
        <translation>, erreur du PC {before:.1f} -&gt; {after:.1f} mm</translation>
    </message>
    <message>
        <source>, Dice {before:.1f} -&gt; {after:.1f} %</source>
        <translation>, Dice {before:.1f} -&gt; {after:.1f}&#xa0;%</translation>
    </message>
    <message>
        <source>there is nothing to compare with beside the gate</source>
        <translation>il n’y a rien à comparer en dehors du contrôle</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>plus grandes</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>plus petites</translation>
    </message>
    <message>
        <source>{change:+.2f} points of Dice on {cases}, where it draws heads {share:.1f} % {size}</source>
        <translation>{change:+.2f} point de Dice sur {cases}, où il trace les têtes {share:.1f} % {size}</translation>
    </message>
    <message>
        <source>unchanged on {cases}</source>
        <translation>inchangé sur {cases}</translation>
    </message>
    <message>
        <source>{change:+.2f} points of Dice on {cases}</source>
        <translation>{change:+.2f} points de Dice sur {cases}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>{path} ne peut pas être écrit&#xa0;: {reason}. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The model cannot be kept in {folder}: {reason}. Make room on the disk.</source>
        <translation>Le modèle ne peut pas être conservé dans {folder}&#xa0;: {reason}. Libérez de la place sur le disque.</translation>
    </message>
    <message>
        <source>{name} is of a kind that can run code when it is opened, so it is not opened. Ask for the model as a {suffix} file, which this program exports.</source>
        <translation>{name} est d’un type qui peut exécuter du code à l’ouverture&#xa0;; il n’est donc pas ouvert. Demandez le modèle en fichier {suffix}, que ce programme exporte.</translation>
    </message>
    <message>
        <source>{name} is larger than any model of this program.</source>
        <translation>{name} est plus grand que tout modèle de ce programme.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no model of this program, or damaged.</source>
        <translation>{name} n’est pas un modèle de ce programme, ou est endommagé.</translation>
    </message>
    <message>
        <source>{name} has no card: it is no model that this program exported.</source>
        <translation>{name} n’a pas de fiche&#xa0;: ce n’est pas un modèle exporté par ce programme.</translation>
    </message>
    <message>
        <source>{name} calls its model by a name that no folder can have.</source>
        <translation>{name} donne à son modèle un nom qu’aucun dossier ne peut porter.</translation>
    </message>
    <message>
        <source>{name} holds weights of another network than its card says.</source>
        <translation>{name} contient les poids d’un autre réseau que celui de sa fiche.</translation>
    </message>
    <message>
        <source>{name} is damaged: its weights are not those of its card.</source>
        <translation>{name} est endommagé&#xa0;: ses poids ne sont pas ceux de sa fiche.</translation>
    </message>
    <message>
        <source>{name} holds weights that are no numbers.</source>
        <translation>{name} contient des poids qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>No model served before {model}: there is nothing to go back to.</source>
        <translation>Aucun modèle n’a servi avant {model}&#xa0;: il n’y a rien à quoi revenir.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Move it away to begin with the model that came with the program.</source>
        <translation>{path} ne peut pas être lu&#xa0;: {reason}. Déplacez-le pour repartir du modèle livré avec le programme.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} ne peut pas être écrit&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Comparing with the model before</source>
        <translation>Comparaison avec le modèle précédent</translation>
    </message>
    <message>
        <source>subjects not taught</source>
        <translation>sujets non appris</translation>
    </message>
    <message>
        <source>the gate</source>
        <translation>le contrôle</translation>
    </message>
    <message>
        <source>Measuring the speed of this machine</source>
        <translation>Mesure de la vitesse de cette machine</translation>
    </message>
    <message>
        <source>“{name}” cannot be a model&apos;s name. Use letters, digits, dots and dashes.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’un modèle. Utilisez des lettres, chiffres, points et tirets.</translation>
    </message>
    <message>
        <source>There is a model {name} already. Choose another name.</source>
        <translation>Il y a déjà un modèle {name}. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>A fine-tuning {name} is not finished. Go on with it, discard it, or choose another name.</source>
        <translation>Un ajustement {name} n’est pas terminé. Continuez-le, abandonnez-le ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>the reference study</source>
        <translation>l’étude de référence</translation>
    </message>
    <message>
        <source>the sample study</source>
        <translation>l’étude d’exemple</translation>
    </message>
    <message>
        <source>{count} cases are corrected; a fine-tuning needs at least {least}. Correct more cases, or let it use others.</source>
        <translation>{count} cas corrigés&#xa0;; un ajustement en demande au moins {least}. Corrigez d’autres cas, ou laissez-le en utiliser d’autres.</translation>
    </message>
    <message>
        <source>{count} subjects are left to learn from; at least {least} are needed. Correct cases of more subjects.</source>
        <translation>Il reste {count} sujets pour apprendre ; il en faut au moins {least}. Corrigez des cas d’autres sujets.</translation>
    </message>
    <message>
        <source>{model} came with the program and stays.</source>
        <translation>{model} est livré avec le programme et reste.</translation>
    </message>
    <message>
        <source>{model} makes the predictions now. Promote another model first.</source>
        <translation>{model} fait les prédictions en ce moment. Mettez d’abord un autre modèle en service.</translation>
    </message>
    <message>
        <source>{model} cannot be removed: {reason}.</source>
        <translation>{model} ne peut pas être supprimé : {reason}.</translation>
    </message>
    <message>
        <source>{model} came with the program and keeps its name.</source>
        <translation>{model} est livré avec le programme et garde son nom.</translation>
    </message>
    <message>
        <source>A title has at most {most} letters.</source>
        <translation>Un titre a au plus {most} lettres.</translation>
    </message>
    <message>
        <source>The card of {model} cannot be written: {reason}.</source>
        <translation>La fiche de {model} ne peut pas être écrite&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged. Remove the folder to train from the start.</source>
        <translation>{path} est endommagé. Supprimez le dossier pour entraîner depuis le début.</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}. Make room on the disk.</source>
        <translation>{folder} ne peut pas être écrit&#xa0;: {reason}. Libérez de la place sur le disque.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Start the fine-tuning anew.</source>
        <translation>{path} ne peut pas être lu&#xa0;: {reason}. Recommencez l’ajustement.</translation>
    </message>
    <message>
        <source>Another window is at this fine-tuning.</source>
        <translation>Une autre fenêtre s’occupe de cet ajustement.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written: {reason}. Make room on the disk and go on.</source>
        <translation>{file} ne peut être ni lu ni écrit : {reason}. Libérez de la place sur le disque et continuez.</translation>
    </message>
    <message>
        <source>{model} was not made by a fine-tuning: it has no gate.</source>
        <translation>{model} ne vient pas d’un ajustement : il n’a pas de contrôle.</translation>
    </message>
    <message>
        <source>What the gate found of {model} cannot be read: {reason}.</source>
        <translation>Le résultat du contrôle de {model} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>The fine-tuning cannot be started: {reason}.</source>
        <translation>L’ajustement ne peut pas démarrer : {reason}.</translation>
    </message>
    <message>
        <source>The fine-tuning ended without a word (exit code {code}), perhaps for want of memory. Its last whole epoch is kept.</source>
        <translation>L’ajustement s’est arrêté sans un mot (code {code}), peut-être faute de mémoire. Sa dernière époque complète est conservée.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open sample study</source>
        <translation>Ouvrir l’étude d’exemple</translation>
    </message>
    <message>
        <source>Clear recent studies</source>
        <translation>Effacer les études récentes</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Fermer l’étude</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Cas précédent</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Cas suivant</translation>
    </message>
    <message>
        <source>Next case not read</source>
        <translation>Prochain cas non lu</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rejeter…</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Take back verdict</source>
        <translation>Retirer le verdict</translation>
    </message>
    <message>
        <source>Dates of the scan…</source>
        <translation>Dates de l’échographie…</translation>
    </message>
    <message>
        <source>Take calibration back</source>
        <translation>Retirer le calibrage</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Back to prediction</source>
        <translation>Retour à la prédiction</translation>
    </message>
    <message>
        <source>Snap to the skull</source>
        <translation>Caler sur le crâne</translation>
    </message>
    <message>
        <source>Smooth the contour</source>
        <translation>Lisser le contour</translation>
    </message>
    <message>
        <source>Fit an ellipse</source>
        <translation>Ajuster une ellipse</translation>
    </message>
    <message>
        <source>Start from the ground truth</source>
        <translation>Partir de la référence</translation>
    </message>
    <message>
        <source>Start from the previous revision</source>
        <translation>Partir de la révision précédente</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Other readers</source>
        <translation>Autres lecteurs</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>BPD and OFD</source>
        <translation>BIP et DFO</translation>
    </message>
    <message>
        <source>Flip between ground truth and prediction</source>
        <translation>Alterner référence et prédiction</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Fit image</source>
        <translation>Ajuster l’image</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Taille réelle</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Keep the zoom on the next case</source>
        <translation>Garder le zoom au cas suivant</translation>
    </message>
    <message>
        <source>Loupe while dragging</source>
        <translation>Loupe pendant le glissement</translation>
    </message>
    <message>
        <source>Image as measured</source>
        <translation>Image d’origine</translation>
    </message>
    <message>
        <source>Invert the image</source>
        <translation>Inverser l’image</translation>
    </message>
    <message>
        <source>Even out contrast (CLAHE)</source>
        <translation>Égaliser le contraste (CLAHE)</translation>
    </message>
    <message>
        <source>Lift dark parts (gamma up)</source>
        <translation>Éclaircir le sombre (gamma +)</translation>
    </message>
    <message>
        <source>Press dark parts (gamma down)</source>
        <translation>Assombrir le sombre (gamma −)</translation>
    </message>
    <message>
        <source>View options</source>
        <translation>Options d’affichage</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Next area of the window</source>
        <translation>Zone suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Previous area of the window</source>
        <translation>Zone précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Show the next case after a verdict</source>
        <translation>Passer au cas suivant après un verdict</translation>
    </message>
    <message>
        <source>Reader…</source>
        <translation>Lecteur…</translation>
    </message>
    <message>
        <source>Fine-tune…</source>
        <translation>Ajuster…</translation>
    </message>
    <message>
        <source>Pause the fine-tuning, or go on</source>
        <translation>Suspendre ou poursuivre l’ajustement</translation>
    </message>
    <message>
        <source>Cancel the fine-tuning</source>
        <translation>Annuler l’ajustement</translation>
    </message>
    <message>
        <source>Show the fine-tuning</source>
        <translation>Montrer l’ajustement</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Roll back to the model before</source>
        <translation>Revenir au modèle précédent</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Chercher une commande…</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>About hc18viewer</source>
        <translation>À propos de hc18viewer</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>rien à annuler</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>rien à rétablir</translation>
    </message>
    <message>
        <source>there is no correction</source>
        <translation>il n’y a pas de correction</translation>
    </message>
    <message>
        <source>there is no verdict</source>
        <translation>il n’y a pas de verdict</translation>
    </message>
    <message>
        <source>no reader calibrated this case</source>
        <translation>aucun lecteur n’a calibré ce cas</translation>
    </message>
    <message>
        <source>there are no recent studies</source>
        <translation>il n’y a pas d’études récentes</translation>
    </message>
    <message>
        <source>no study is open</source>
        <translation>aucune étude n’est ouverte</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>pas maintenant</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Annuler&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Rétablir&#xa0;: {step}</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>É&amp;tude</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Cas</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Ta&amp;ille du texte</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Calipers</source>
        <translation>Calipers</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Pousser</translation>
    </message>
    <message>
        <source>Redraw a section</source>
        <translation>Redessiner une section</translation>
    </message>
    <message>
        <source>Magnetic section</source>
        <translation>Section magnétique</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>Text at {size} %</source>
        <translation>Texte à {size}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>CalibrationActs</name>
    <message>
        <source>{size} mm a pixel, for {count} cases.</source>
        <translation>{size} mm par pixel, pour {count} cas.</translation>
    </message>
    <message>
        <source>{size} mm a pixel, for this case.</source>
        <translation>{size} mm par pixel, pour ce cas.</translation>
    </message>
    <message>
        <source>The calibration was taken back for the {count} cases of its line.</source>
        <translation>Le calibrage a été retiré pour les {count} cas de sa ligne.</translation>
    </message>
    <message>
        <source>The calibration was taken back.</source>
        <translation>Le calibrage a été retiré.</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <source>Enter the length in mm, such as 50 or 12.5.</source>
        <translation>Saisissez la longueur en mm, par exemple 50 ou 12,5.</translation>
    </message>
    <message>
        <source>A length is between 0 and {most} mm.</source>
        <translation>Une longueur est comprise entre 0 et {most} mm.</translation>
    </message>
    <message>
        <source>That makes {size} mm a pixel.</source>
        <translation>Cela fait {size} mm par pixel.</translation>
    </message>
    <message>
        <source>No ultrasound image of a head has such pixels.</source>
        <translation>Aucune échographie de tête n’a de tels pixels.</translation>
    </message>
    <message>
        <source>Known until now: {known} mm, a change of {change} %.</source>
        <translation>Connue jusqu’ici&#xa0;: {known} mm, soit un écart de {change}&#xa0;%.</translation>
    </message>
    <message>
        <source>HC becomes {after} mm, from {before} mm.</source>
        <translation>Le PC passe de {before} mm à {after} mm.</translation>
    </message>
    <message>
        <source>HC becomes {after} mm.</source>
        <translation>Le PC devient {after} mm.</translation>
    </message>
    <message>
        <source>That is unusual: {low} to {high} mm is common.</source>
        <translation>C’est inhabituel&#xa0;: {low} à {high} mm est courant.</translation>
    </message>
    <message>
        <source>The line is short: one pixel more or less changes the size by {change} %.</source>
        <translation>La ligne est courte&#xa0;: un pixel de plus ou de moins change la taille de {change}&#xa0;%.</translation>
    </message>
    <message>
        <source>The line is {pixels} pixels long.</source>
        <translation>La ligne mesure {pixels} pixels.</translation>
    </message>
    <message>
        <source>&amp;Length of the line in mm</source>
        <translation>&amp;Longueur de la ligne en mm</translation>
    </message>
    <message>
        <source>Length of the line in mm</source>
        <translation>Longueur de la ligne en mm</translation>
    </message>
    <message>
        <source>What that makes</source>
        <translation>Ce que cela donne</translation>
    </message>
    <message>
        <source>For &amp;this case</source>
        <translation>Pour &amp;ce cas</translation>
    </message>
    <message>
        <source>For this case and {count} &amp;others</source>
        <translation>Pour ce cas et {count} &amp;autres</translation>
    </message>
    <message>
        <source>The others are those of its set and image size that have no pixel size.</source>
        <translation>Les autres sont ceux de son ensemble et de sa taille d’image sans taille de pixel.</translation>
    </message>
    <message>
        <source>&amp;Replace the known pixel size</source>
        <translation>&amp;Remplacer la taille de pixel connue</translation>
    </message>
</context>
<context>
    <name>Calipers</name>
    <message>
        <source>BPD {length}</source>
        <translation>BIP {length}</translation>
    </message>
    <message>
        <source>OFD {length}</source>
        <translation>DFO {length}</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>The model&apos;s card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Name and version</source>
        <translation>Nom et version</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>By the program&apos;s version</source>
        <translation>Version du programme</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Issu de</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Livré avec le programme</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Appris sur</translation>
    </message>
    <message>
        <source>Has not seen</source>
        <translation>N’a pas vu</translation>
    </message>
</context>
<context>
    <name>CaseCanvas</name>
    <message>
        <source>Ultrasound image with contour</source>
        <translation>Image échographique avec contour</translation>
    </message>
    <message>
        <source>Drag a square to move that end of its axis; Shift keeps the ratio, Alt or Ctrl the centre.</source>
        <translation>Glissez un carré pour déplacer cette extrémité de l’axe&#xa0;; Maj garde le rapport, Alt ou Ctrl le centre.</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Name of the new model</source>
        <translation>&amp;Nom du nouveau modèle</translation>
    </message>
    <message>
        <source>Starts &amp;from</source>
        <translation>&amp;Part de</translation>
    </message>
    <message>
        <source>&amp;Takes at most</source>
        <translation>&amp;Dure au plus</translation>
    </message>
    <message>
        <source>Must do no &amp;worse on</source>
        <translation>Ne doit pas &amp;faire moins bien sur</translation>
    </message>
    <message>
        <source>&amp;Uses cases that are</source>
        <translation>&amp;Utilise les cas</translation>
    </message>
    <message>
        <source>&amp;Read by</source>
        <translation>&amp;Lus par</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>L&amp;us</translation>
    </message>
    <message>
        <source>{model} (predicts now)</source>
        <translation>{model} (prédit en ce moment)</translation>
    </message>
    <message>
        <source>The sample study (synthetic images)</source>
        <translation>L’étude d’exemple (images de synthèse)</translation>
    </message>
    <message>
        <source>Another study with ground truth…</source>
        <translation>Une autre étude avec référence…</translation>
    </message>
    <message>
        <source>corrected ({count})</source>
        <translation>corrigés ({count})</translation>
    </message>
    <message>
        <source>accepted ({count})</source>
        <translation>acceptés ({count})</translation>
    </message>
    <message>
        <source>with ground truth ({count})</source>
        <translation>avec référence ({count})</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>à tout moment</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>ces 7 derniers jours</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>ces 30 derniers jours</translation>
    </message>
    <message>
        <source>in the last 365 days</source>
        <translation>ces 365 derniers jours</translation>
    </message>
    <message>
        <source>A study with ground truth</source>
        <translation>Une étude avec référence</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Letters of a command, its initials, or a case&apos;s name</source>
        <translation>Lettres d’une commande, ses initiales, ou le nom d’un cas</translation>
    </message>
    <message>
        <source>Letters of a command&apos;s name</source>
        <translation>Lettres du nom d’une commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>No command, case or study has these letters.</source>
        <translation>Aucune commande, aucun cas, aucune étude n’a ces lettres.</translation>
    </message>
    <message>
        <source>cannot be done: {reason}</source>
        <translation>impossible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Cannot be done now: {reason}.</source>
        <translation>Impossible pour l’instant&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>First model</source>
        <translation>Premier modèle</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Second modèle</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Both models look at each case of this study that has ground truth, which decides.</source>
        <translation>Les deux modèles examinent chaque cas de cette étude qui a une référence ; c’est elle qui décide.</translation>
    </message>
    <message>
        <source>How far the comparison is</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>Both models look at each case…</source>
        <translation>Les deux modèles regardent chaque cas…</translation>
    </message>
    <message>
        <source>{second} is better on {better} of {cases} cases, worse on {worse}.</source>
        <translation>{second} est meilleur sur {better} cas sur {cases}, moins bon sur {worse}.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Image, ground truth, prediction and correction</source>
        <translation>Image, référence, prédiction et correction</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>no ground truth</source>
        <translation>pas de référence</translation>
    </message>
    <message>
        <source>no prediction</source>
        <translation>pas de prédiction</translation>
    </message>
    <message>
        <source>no correction</source>
        <translation>pas de correction</translation>
    </message>
    <message>
        <source>{name} – HC {length}</source>
        <translation>{name} – PC {length}</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Gestational age from dates</source>
        <translation>Âge gestationnel d’après les dates</translation>
    </message>
    <message>
        <source>Enter the day of the scan as {example}.</source>
        <translation>Saisissez le jour de l’échographie, par exemple {example}.</translation>
    </message>
    <message>
        <source>The scan lies in the future.</source>
        <translation>L’échographie est dans le futur.</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJ/MM/AAAA</translation>
    </message>
    <message>
        <source>weeks+days</source>
        <translation>semaines+jours</translation>
    </message>
    <message>
        <source>Day of the &amp;scan</source>
        <translation>Jour de l’écho&amp;graphie</translation>
    </message>
    <message>
        <source>Day of the scan</source>
        <translation>Jour de l’échographie</translation>
    </message>
    <message>
        <source>The age is counted from</source>
        <translation>L’âge est compté à partir de</translation>
    </message>
    <message>
        <source>Earlier scan, day</source>
        <translation>Échographie antérieure, jour</translation>
    </message>
    <message>
        <source>Age at the earlier scan</source>
        <translation>Âge à l’échographie antérieure</translation>
    </message>
    <message>
        <source>Age at the earlier scan, weeks and days</source>
        <translation>Âge à l’échographie antérieure, semaines et jours</translation>
    </message>
    <message>
        <source>Write it as {hint}.</source>
        <translation>À écrire sous la forme {hint}.</translation>
    </message>
    <message>
        <source>Gestational age</source>
        <translation>Âge gestationnel</translation>
    </message>
    <message>
        <source>Enter the age at the earlier scan as weeks+days, such as 12+3.</source>
        <translation>Saisissez l’âge à l’échographie antérieure en semaines+jours, par exemple 12+3.</translation>
    </message>
    <message>
        <source>No centile: {reason}</source>
        <translation>Pas de percentile&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>2026-03-04 or 4.3.2026</source>
        <translation>4/3/2026 ou 2026-03-04</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>Drop one folder of images, not {count} things.</source>
        <translation>Déposez un seul dossier d’images, pas {count} éléments.</translation>
    </message>
    <message>
        <source>Only folders and images on this computer can be opened.</source>
        <translation>Seuls des dossiers et des images de cet ordinateur peuvent être ouverts.</translation>
    </message>
    <message>
        <source>{name} holds no images that can be opened: PNG, JPEG, TIFF or BMP.</source>
        <translation>{name} ne contient pas d’image lisible&#xa0;: PNG, JPEG, TIFF ou BMP.</translation>
    </message>
    <message>
        <source>{name} is no image that can be opened: PNG, JPEG, TIFF or BMP are. Drop a folder of images.</source>
        <translation>{name} n’est pas une image lisible&#xa0;: il faut du PNG, JPEG, TIFF ou BMP. Déposez un dossier d’images.</translation>
    </message>
</context>
<context>
    <name>FineTune</name>
    <message>
        <source>corrected</source>
        <translation>corrigé</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>apprentissage</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>contrôle</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>comparaison</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Dice in %</source>
        <translation>Dice en %</translation>
    </message>
    <message>
        <source>IoU in %</source>
        <translation>IoU en %</translation>
    </message>
    <message>
        <source>Hausdorff distance in mm</source>
        <translation>Distance de Hausdorff en mm</translation>
    </message>
    <message>
        <source>HC error in mm</source>
        <translation>Erreur de PC en mm</translation>
    </message>
    <message>
        <source>HC bias in mm</source>
        <translation>Biais de PC en mm</translation>
    </message>
    <message>
        <source>Worst Dice in %</source>
        <translation>Pire Dice en %</translation>
    </message>
    <message>
        <source>Share of the way from its parent</source>
        <translation>Part du chemin depuis son parent</translation>
    </message>
    <message>
        <source>Level by which its heads&apos; size was set</source>
        <translation>Niveau qui règle la taille de ses têtes</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Cases in a batch</source>
        <translation>Cas par lot</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <translation>environ {seconds} s</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>environ {minutes} min</translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation>environ {hours} h</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>At the gate</source>
        <translation>Au contrôle</translation>
    </message>
</context>
<context>
    <name>FineTuneDialog</name>
    <message>
        <source>Fine-tune on {study}</source>
        <translation>Ajuster sur {study}</translation>
    </message>
    <message>
        <source>Reading the cases</source>
        <translation>Lecture des cas</translation>
    </message>
    <message>
        <source>Cases that would be used</source>
        <translation>Cas qui seraient utilisés</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>Lecture des cas…</translation>
    </message>
    <message>
        <source>Learns from {lessons}.</source>
        <translation>Apprend sur {lessons}.</translation>
    </message>
    <message>
        <source>Too few subjects to keep ten of them for the gate: the new model is judged by cross-validation alone.</source>
        <translation>Trop peu de sujets pour en garder dix pour le contrôle : le nouveau modèle n’est jugé que par validation croisée.</translation>
    </message>
    <message>
        <source>Kept for the gate, and never learnt from: {lessons}.</source>
        <translation>Gardés pour le contrôle, jamais appris : {lessons}.</translation>
    </message>
    <message>
        <source>Compared besides on {count} cases of {reference}.</source>
        <translation>Comparé en outre sur {count} cas de : {reference}.</translation>
    </message>
    <message>
        <source>{cases} cases of {subjects} subjects</source>
        <translation>{cases} cas de {subjects} sujets</translation>
    </message>
    <message>
        <source>How fast this machine is could not be measured. {why}</source>
        <translation>La vitesse de cette machine n’a pas pu être mesurée. {why}</translation>
    </message>
    <message>
        <source>Measuring how fast this machine is…</source>
        <translation>Mesure de la vitesse de cette machine…</translation>
    </message>
    <message>
        <source>Takes {time} on this machine, as a short trial showed, and cannot be made shorter; you can go on reading meanwhile.</source>
        <translation>D’après un court essai, demande {time} sur cette machine et ne peut être plus court ; vous pouvez continuer à lire.</translation>
    </message>
    <message>
        <source>Takes {time} on this machine, as a short trial showed; you can go on reading meanwhile.</source>
        <translation>D’après un court essai, demande {time} sur cette machine ; vous pouvez continuer à lire.</translation>
    </message>
    <message>
        <source>{count} cases are left out: {first}</source>
        <translation>{count} cas écartés : {first}</translation>
    </message>
</context>
<context>
    <name>FlipNote</name>
    <message>
        <source>Ground truth only</source>
        <translation>Référence seule</translation>
    </message>
    <message>
        <source>Ground truth only: there is none</source>
        <translation>Référence seule&#xa0;: il n’y en a pas</translation>
    </message>
    <message>
        <source>Prediction only</source>
        <translation>Prédiction seule</translation>
    </message>
    <message>
        <source>Prediction only: there is none</source>
        <translation>Prédiction seule&#xa0;: il n’y en a pas</translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message>
        <source>{model}: before and after</source>
        <translation>{model} : avant et après</translation>
    </message>
    <message>
        <source>Subjects not taught, the worst first: line as corrected, dashes as predicted</source>
        <translation>Sujets non appris, les pires d’abord : trait plein corrigé, tirets prédit</translation>
    </message>
    <message>
        <source>Subjects not taught: each of them is judged by a learning that left it out.</source>
        <translation>Sujets non appris : chacun est jugé par un apprentissage qui l’a laissé de côté.</translation>
    </message>
    <message>
        <source>Subjects not taught: those of the gate, which no fine-tuning learns from, and the others, each judged by a learning that left it out.</source>
        <translation>Sujets non appris : ceux du contrôle, dont aucun ajustement n’apprend, et les autres, chacun jugé par un apprentissage qui l’a laissé de côté.</translation>
    </message>
    <message>
        <source>The gate advises to promote it.</source>
        <translation>Le contrôle conseille de le mettre en service.</translation>
    </message>
    <message>
        <source>The gate advises against promoting it:</source>
        <translation>Le contrôle déconseille de le mettre en service :</translation>
    </message>
    <message>
        <source>&amp;Promote</source>
        <translation>&amp;Mettre en service</translation>
    </message>
    <message>
        <source>This model makes the predictions from now on</source>
        <translation>Ce modèle fait désormais les prédictions</translation>
    </message>
    <message>
        <source>&amp;Keep without promoting</source>
        <translation>&amp;Garder sans mettre en service</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Abandonner…</translation>
    </message>
    <message>
        <source>It makes the predictions already</source>
        <translation>Il fait déjà les prédictions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Promote it all the same?</source>
        <translation>Le mettre en service malgré tout ?</translation>
    </message>
    <message>
        <source>Promoted, it makes all predictions of cases not read yet, and what is listed here is lost. Rolling back takes the promotion back.</source>
        <translation>En service, il prédit tous les cas non lus, et ce qui est listé ici est perdu. Revenir au modèle précédent annule cette décision.</translation>
    </message>
    <message>
        <source>Promote all the same</source>
        <translation>Mettre en service malgré tout</translation>
    </message>
    <message>
        <source>Discard {model}?</source>
        <translation>Abandonner {model} ?</translation>
    </message>
    <message>
        <source>{model} is removed. The corrections stay, and another fine-tuning can learn from them.</source>
        <translation>{model} est supprimé. Les corrections restent, et un autre ajustement peut en apprendre.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>GateTable</name>
    <message>
        <source>Figures before and after</source>
        <translation>Chiffres avant et après</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>Cases (subjects)</source>
        <translation>Cas (sujets)</translation>
    </message>
    <message>
        <source>HC error</source>
        <translation>Erreur de PC</translation>
    </message>
    <message>
        <source>HC bias</source>
        <translation>Biais de PC</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Worst Dice</source>
        <translation>Pire Dice</translation>
    </message>
    <message>
        <source>Heads missed</source>
        <translation>Têtes manquées</translation>
    </message>
    <message>
        <source>Better / worse</source>
        <translation>Meilleur / moins bon</translation>
    </message>
    <message>
        <source>Change of the HC error</source>
        <translation>Évolution de l’erreur de PC</translation>
    </message>
    <message>
        <source>Change of Dice</source>
        <translation>Évolution du Dice</translation>
    </message>
    <message>
        <source>Heads drawn</source>
        <translation>Têtes tracées</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
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
        <translation>{change} (95 % : {interval})</translation>
    </message>
    <message>
        <source>as large as before</source>
        <translation>aussi grandes qu’avant</translation>
    </message>
    <message>
        <source>{share} % larger</source>
        <translation>plus grandes de {share} %</translation>
    </message>
    <message>
        <source>{share} % smaller</source>
        <translation>plus petites de {share} %</translation>
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
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>below {centile}</source>
        <translation>moins de {centile}</translation>
    </message>
    <message>
        <source>above {centile}</source>
        <translation>plus de {centile}</translation>
    </message>
    <message>
        <source>no age known; {reason}</source>
        <translation>âge inconnu&#xa0;; {reason}</translation>
    </message>
    <message>
        <source>no age known; median of {age}</source>
        <translation>âge inconnu&#xa0;; médiane à {age}</translation>
    </message>
    <message>
        <source>at {age}, no centile; {reason}</source>
        <translation>à {age}, pas de percentile&#xa0;; {reason}</translation>
    </message>
    <message>
        <source>at {age}, centile {centile}, z {z}</source>
        <translation>à {age}, percentile {centile}, z {z}</translation>
    </message>
    <message>
        <source>Growth chart ({standard}); no head circumference to show.</source>
        <translation>Courbe de croissance ({standard})&#xa0;; pas de périmètre céphalique à montrer.</translation>
    </message>
    <message>
        <source>HC {hc} mm: {place}.</source>
        <translation>PC {hc} mm&#xa0;: {place}.</translation>
    </message>
    <message>
        <source>Prediction {hc} mm: {place}.</source>
        <translation>Prédiction {hc} mm&#xa0;: {place}.</translation>
    </message>
    <message>
        <source>Curves: centiles 3, 10, 50, 90 and 97, {standard}.</source>
        <translation>Courbes&#xa0;: percentiles 3, 10, 50, 90 et 97, {standard}.</translation>
    </message>
    <message>
        <source>{age} on {scan}.
Expected date of delivery: {due}.</source>
        <translation>{age} le {scan}.
Date prévue d’accouchement&#xa0;: {due}.</translation>
    </message>
</context>
<context>
    <name>GrowthChart</name>
    <message>
        <source>Growth chart of head circumference</source>
        <translation>Courbe de croissance du périmètre céphalique</translation>
    </message>
</context>
<context>
    <name>HelpActs</name>
    <message>
        <source>About hc18viewer</source>
        <translation>À propos de hc18viewer</translation>
    </message>
    <message>
        <source>hc18viewer {version}

Review of fetal head circumference on ultrasound images.
For research and teaching: not a medical device.</source>
        <translation>hc18viewer {version}

Relecture du périmètre céphalique fœtal sur images échographiques.
Pour la recherche et l’enseignement&#xa0;: ce n’est pas un dispositif médical.</translation>
    </message>
    <message>
        <source>Open study {name}</source>
        <translation>Ouvrir l’étude {name}</translation>
    </message>
    <message>
        <source>Go to case {name}</source>
        <translation>Aller au cas {name}</translation>
    </message>
</context>
<context>
    <name>ImageActs</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Loupe and zoom</source>
        <translation>Loupe et zoom</translation>
    </message>
</context>
<context>
    <name>ImageSection</name>
    <message>
        <source>Invert</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Even out contrast (CLAHE)</source>
        <translation>Égaliser le contraste (CLAHE)</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
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
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>&amp;Use alone</source>
        <translation>&amp;Utiliser seule</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>Sans t&amp;ouche</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>{command} now has {key}.</source>
        <translation>{command} a maintenant {key}.</translation>
    </message>
    <message>
        <source>New &amp;key for {command}:</source>
        <translation>Nouvelle touc&amp;he pour {command}&#xa0;:</translation>
    </message>
    <message>
        <source>No command is chosen.</source>
        <translation>Aucune commande n’est choisie.</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>&amp;Prendre</translation>
    </message>
    <message>
        <source>T&amp;ake and add</source>
        <translation>Pren&amp;dre et ajouter</translation>
    </message>
    <message>
        <source>Press the new key in the field.</source>
        <translation>Appuyez sur la nouvelle touche dans le champ.</translation>
    </message>
    <message>
        <source>{key} is needed to work on the image and in the window. Choose another key.</source>
        <translation>{key} sert à travailler sur l’image et dans la fenêtre. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”, which loses it if you take it. Or press another key.</source>
        <translation>{key} appartient à «&#xa0;{command}&#xa0;», qui la perd si vous la prenez. Ou appuyez sur une autre touche.</translation>
    </message>
    <message>
        <source>It has {key} already.</source>
        <translation>Elle a déjà {key}.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} est libre.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>fr</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>too much</source>
        <translation>en trop</translation>
    </message>
    <message>
        <source>more than the prediction</source>
        <translation>plus que la prédiction</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>en moins</translation>
    </message>
    <message>
        <source>less than the prediction</source>
        <translation>moins que la prédiction</translation>
    </message>
</context>
<context>
    <name>LessonModel</name>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Contour</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Usage</translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Cases that the model saw</source>
        <translation>Cas vus par le modèle</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Contour</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>No list of its cases came with this model.</source>
        <translation>Ce modèle est venu sans la liste de ses cas.</translation>
    </message>
</context>
<context>
    <name>LookActs</name>
    <message>
        <source>Text at {size} %</source>
        <translation>Texte à {size}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>LoupeSection</name>
    <message>
        <source>Loupe while dragging</source>
        <translation>Loupe pendant le glissement</translation>
    </message>
    <message>
        <source>Keep the zoom on the next case</source>
        <translation>Garder le zoom au cas suivant</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0} fois</translation>
    </message>
    <message>
        <source>Magnifies</source>
        <translation>Agrandit</translation>
    </message>
    <message>
        <source>Magnification of the loupe</source>
        <translation>Grossissement de la loupe</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Reader</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Your name, as it is stored with corrections and verdicts:</source>
        <translation>Votre nom, tel qu’il est enregistré avec les corrections et les verdicts&#xa0;:</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Ouvrir un dossier d’images</translation>
    </message>
    <message>
        <source> (synthetic images)</source>
        <translation> (images de synthèse)</translation>
    </message>
    <message>
        <source>The model cannot be used</source>
        <translation>Le modèle ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prédictions</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Ouverture impossible</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>The settings cannot be stored: {reason}.</source>
        <translation>Les réglages ne peuvent pas être enregistrés&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>ModelActs</name>
    <message>
        <source>Open a study with ground truth to compare on it.</source>
        <translation>Ouvrez une étude avec référence pour y comparer.</translation>
    </message>
    <message>
        <source>{model} makes the predictions from now on.</source>
        <translation>{model} fait désormais les prédictions.</translation>
    </message>
    <message>
        <source>{model} makes the predictions again.</source>
        <translation>{model} fait à nouveau les prédictions.</translation>
    </message>
    <message>
        <source>Rename {model}</source>
        <translation>Renommer {model}</translation>
    </message>
    <message>
        <source>What the model is called on the screen; predictions keep its name {name}:</source>
        <translation>Comment le modèle s’appelle à l’écran ; les prédictions gardent son nom {name} :</translation>
    </message>
    <message>
        <source>Remove {model}?</source>
        <translation>Supprimer {model} ?</translation>
    </message>
    <message>
        <source>{model} is removed from the library. Predictions that it made stay.</source>
        <translation>{model} est supprimé de la bibliothèque. Ses prédictions restent.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>{model} was removed.</source>
        <translation>{model} a été supprimé.</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>Exporter {model}</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>{model} was taken in. It predicts once it is promoted.</source>
        <translation>{model} a été importé. Il prédira une fois mis en service.</translation>
    </message>
    <message>
        <source>The model was written to {file}.</source>
        <translation>Le modèle a été écrit dans {file}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Issu de</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Prédit</translation>
    </message>
    <message>
        <source>Which model predicted when</source>
        <translation>Quel modèle a prédit quand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>À propos du modèle</translation>
    </message>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Fiche</translation>
    </message>
    <message>
        <source>&amp;Cases it saw</source>
        <translation>&amp;Cas vus</translation>
    </message>
    <message>
        <source>Com&amp;parison</source>
        <translation>Com&amp;paraison</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>No model predicted before: there is nothing to go back to</source>
        <translation>Aucun modèle n’a prédit auparavant : rien à quoi revenir</translation>
    </message>
    <message>
        <source>Let {model} predict again, as before</source>
        <translation>Laisser {model} prédire de nouveau, comme avant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>&amp;Promote</source>
        <translation>&amp;Mettre en service</translation>
    </message>
    <message>
        <source>It makes the predictions from now on</source>
        <translation>Il fait désormais les prédictions</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Revenir</translation>
    </message>
    <message>
        <source>&amp;Before and after…</source>
        <translation>&amp;Avant et après…</translation>
    </message>
    <message>
        <source>What the gate found of it</source>
        <translation>Ce que le contrôle a trouvé</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>Call it otherwise; predictions keep its name</source>
        <translation>L’appeler autrement ; les prédictions gardent son nom</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Write it into one file that can be handed on</source>
        <translation>L’écrire dans un fichier à transmettre</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Take in a model&apos;s file</source>
        <translation>Importer le fichier d’un modèle</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Remove it from the library</source>
        <translation>Le supprimer de la bibliothèque</translation>
    </message>
</context>
<context>
    <name>OverlayActs</name>
    <message>
        <source>Overlays</source>
        <translation>Calques</translation>
    </message>
</context>
<context>
    <name>OverlayRow</name>
    <message>
        <source>Colour of what is too much</source>
        <translation>Couleur de ce qui est en trop</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>Couleur de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Opacity of “{name}”</source>
        <translation>Opacité de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Opacity {value} %</source>
        <translation>Opacité {value}&#xa0;%</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>plein</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>tirets</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>points</translation>
    </message>
    <message>
        <source>{width} px</source>
        <translation>{width} px</translation>
    </message>
    <message>
        <source>Line of “{name}”</source>
        <translation>Trait de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Width of “{name}”</source>
        <translation>Épaisseur de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Colour of what is too little</source>
        <translation>Couleur de ce qui manque</translation>
    </message>
    <message>
        <source>to the ground truth</source>
        <translation>avec la référence</translation>
    </message>
    <message>
        <source>to the prediction</source>
        <translation>avec la prédiction</translation>
    </message>
    <message>
        <source>What the difference is taken to</source>
        <translation>À quoi se rapporte la différence</translation>
    </message>
</context>
<context>
    <name>OverlaySection</name>
    <message>
        <source>Ground truth</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Other readers</source>
        <translation>Autres lecteurs</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>BPD and OFD</source>
        <translation>BIP et DFO</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>All overlays as they are at first</source>
        <translation>Tous les calques comme au début</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>bleu ciel</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>vermillon</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanc</translation>
    </message>
</context>
<context>
    <name>ReaderActs</name>
    <message>
        <source>The contour lies on the skull&apos;s edge already. Once more draws it there exactly.</source>
        <translation>Le contour est déjà sur le bord du crâne. Encore une fois, et il s’y pose exactement.</translation>
    </message>
    <message>
        <source>The contour lies on the skull&apos;s edge.</source>
        <translation>Le contour est sur le bord du crâne.</translation>
    </message>
    <message>
        <source>An ellipse is as smooth as can be.</source>
        <translation>Une ellipse est déjà parfaitement lisse.</translation>
    </message>
    <message>
        <source>It is an ellipse already.</source>
        <translation>C’est déjà une ellipse.</translation>
    </message>
    <message>
        <source>This case has no ground truth.</source>
        <translation>Ce cas n’a pas de référence.</translation>
    </message>
    <message>
        <source>No head would be left: the contour stays as it was.</source>
        <translation>Il ne resterait pas de tête&#xa0;: le contour reste tel quel.</translation>
    </message>
    <message>
        <source>This is the last case.</source>
        <translation>C’est le dernier cas.</translation>
    </message>
    <message>
        <source>This is the first case.</source>
        <translation>C’est le premier cas.</translation>
    </message>
    <message>
        <source>Every other case has a verdict.</source>
        <translation>Tous les autres cas ont un verdict.</translation>
    </message>
    <message>
        <source>Let the handle go first, or press Escape.</source>
        <translation>Relâchez d’abord la poignée, ou appuyez sur Échap.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Recent studies</source>
        <translation>Études &amp;récentes</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Reject {filename}</source>
        <translation>Rejeter {filename}</translation>
    </message>
    <message>
        <source>Why is this case rejected? Choose a reason or write one.</source>
        <translation>Pourquoi rejeter ce cas&#xa0;? Choisissez une raison ou écrivez-en une.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>This case has no other revision before this one.</source>
        <translation>Ce cas n’a pas d’autre révision avant celle-ci.</translation>
    </message>
    <message>
        <source>There is no contour to accept yet.</source>
        <translation>Il n’y a pas encore de contour à accepter.</translation>
    </message>
    <message>
        <source>A step that is damaged in the store was passed over.</source>
        <translation>Une étape endommagée dans l’enregistrement a été sautée.</translation>
    </message>
    <message>
        <source>Another window changed this case: look at it again, and repeat what you did.</source>
        <translation>Une autre fenêtre a modifié ce cas&#xa0;: regardez-le à nouveau et refaites votre geste.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Reading the image…</source>
        <translation>Lecture de l’image…</translation>
    </message>
</context>
<context>
    <name>ReviewStatusBar</name>
    <message>
        <source>Reader: {reader}</source>
        <translation>Lecteur&#xa0;: {reader}</translation>
    </message>
    <message>
        <source>Case {number} of {total} ({set})</source>
        <translation>Cas {number} sur {total} ({set})</translation>
    </message>
    <message>
        <source>Case {number} of {total}</source>
        <translation>Cas {number} sur {total}</translation>
    </message>
    <message>
        <source>Predicting: {done} of {total}</source>
        <translation>Prédiction&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>All cases predicted by {model}</source>
        <translation>Tous les cas prédits par {model}</translation>
    </message>
    <message>
        <source>No predictions</source>
        <translation>Pas de prédictions</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Mouse and image</source>
        <translation>&amp;Souris et image</translation>
    </message>
    <message>
        <source>A few letters of a command or a key</source>
        <translation>Quelques lettres d’une commande ou d’une touche</translation>
    </message>
    <message>
        <source>Letters of a command or a key</source>
        <translation>Lettres d’une commande ou d’une touche</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Réinitialiser toutes les touches</translation>
    </message>
    <message>
        <source>What the mouse and the keys do on the image</source>
        <translation>Ce que font la souris et les touches sur l’image</translation>
    </message>
    <message>
        <source>Drag a square</source>
        <translation>Glisser un carré</translation>
    </message>
    <message>
        <source>moves that end of the axis</source>
        <translation>déplace cette extrémité de l’axe</translation>
    </message>
    <message>
        <source>… with Shift</source>
        <translation>… avec Maj</translation>
    </message>
    <message>
        <source>keeps the ratio of the axes</source>
        <translation>garde le rapport des axes</translation>
    </message>
    <message>
        <source>… with Alt or Ctrl</source>
        <translation>… avec Alt ou Ctrl</translation>
    </message>
    <message>
        <source>keeps the centre; with Shift as well both</source>
        <translation>garde le centre&#xa0;; avec Maj en plus, les deux</translation>
    </message>
    <message>
        <source>Drag the cross</source>
        <translation>Glisser la croix</translation>
    </message>
    <message>
        <source>moves the ellipse</source>
        <translation>déplace l’ellipse</translation>
    </message>
    <message>
        <source>Drag the dot</source>
        <translation>Glisser le point</translation>
    </message>
    <message>
        <source>turns the ellipse</source>
        <translation>tourne l’ellipse</translation>
    </message>
    <message>
        <source>Esc while dragging</source>
        <translation>Échap en glissant</translation>
    </message>
    <message>
        <source>gives the drag up</source>
        <translation>abandonne le glissement</translation>
    </message>
    <message>
        <source>. and , on the image</source>
        <translation>. et , sur l’image</translation>
    </message>
    <message>
        <source>choose the next and the last handle or point; the arrow keys then move it</source>
        <translation>choisit la poignée ou le point suivant, précédent&#xa0;; les flèches le déplacent</translation>
    </message>
    <message>
        <source>Arrow keys on the image</source>
        <translation>Flèches sur l’image</translation>
    </message>
    <message>
        <source>move by 1 px; Shift 10 px, Alt 0.1 px</source>
        <translation>déplacent de 1 px&#xa0;; Maj 10 px, Alt 0,1 px</translation>
    </message>
    <message>
        <source>[ and ], + and −</source>
        <translation>[ et ], + et −</translation>
    </message>
    <message>
        <source>turn by one degree, resize by 1 px</source>
        <translation>tournent d’un degré, redimensionnent de 1 px</translation>
    </message>
    <message>
        <source>Wheel, double click</source>
        <translation>Molette, double-clic</translation>
    </message>
    <message>
        <source>zooms at the pointer, fits the image</source>
        <translation>zoome au pointeur, ajuste l’image</translation>
    </message>
    <message>
        <source>Middle drag, or drag with Space</source>
        <translation>Glisser du bouton central, ou avec Espace</translation>
    </message>
    <message>
        <source>pans</source>
        <translation>fait défiler</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser du bouton droit</translation>
    </message>
    <message>
        <source>sideways the window, up and down the level</source>
        <translation>de côté la fenêtre, de haut en bas le niveau</translation>
    </message>
    <message>
        <source>With a tool: wheel</source>
        <translation>Avec un outil&#xa0;: molette</translation>
    </message>
    <message>
        <source>sets its size or reach; with Ctrl it zooms</source>
        <translation>règle sa taille ou sa portée&#xa0;; avec Ctrl, zoome</translation>
    </message>
    <message>
        <source>Hold H</source>
        <translation>Maintenir H</translation>
    </message>
    <message>
        <source>hides all overlays</source>
        <translation>cache tous les calques</translation>
    </message>
    <message>
        <source>Tab, F6</source>
        <translation>Tab, F6</translation>
    </message>
    <message>
        <source>go to the next control, to the next area</source>
        <translation>vont au contrôle suivant, à la zone suivante</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Modifié par vous</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Figures of the head</source>
        <translation>Mesures de la tête</translation>
    </message>
    <message>
        <source>SYNTHETIC IMAGE</source>
        <translation>IMAGE DE SYNTHÈSE</translation>
    </message>
    <message>
        <source>Enter dates…</source>
        <translation>Saisir les dates…</translation>
    </message>
    <message>
        <source>From dates come the age at the scan and the centile of HC</source>
        <translation>Les dates donnent l’âge à l’échographie et le percentile du PC</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>The calibrate tool makes it from a line whose length you know.</source>
        <translation>L’outil de calibrage la tire d’une ligne de longueur connue.</translation>
    </message>
    <message>
        <source>HEAD CIRCUMFERENCE</source>
        <translation>PÉRIMÈTRE CÉPHALIQUE</translation>
    </message>
    <message>
        <source>Outside {low} to {high} (Hadlock 1981).</source>
        <translation>Hors de {low} à {high} (Hadlock 1981).</translation>
    </message>
    <message>
        <source>– no pixel size</source>
        <translation>– pixel inconnu</translation>
    </message>
    <message>
        <source>– {low} to {high} w only</source>
        <translation>– hors {low}–{high} SA</translation>
    </message>
    <message>
        <source>Whole days of gestational age between the two heads. {source}.</source>
        <translation>Jours entiers d’âge gestationnel entre les deux têtes. {source}.</translation>
    </message>
    <message>
        <source>Change dates…</source>
        <translation>Modifier les dates…</translation>
    </message>
    <message>
        <source>The centile needs the dates.</source>
        <translation>Le percentile demande les dates.</translation>
    </message>
    <message>
        <source>{low} to {high} mm</source>
        <translation>{low} à {high} mm</translation>
    </message>
    <message>
        <source>calibration by {reader}</source>
        <translation>calibrage de {reader}</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>no contour yet</source>
        <translation>pas encore de contour</translation>
    </message>
    <message>
        <source>no head found</source>
        <translation>tête non trouvée</translation>
    </message>
    <message>
        <source>correction by {reader}</source>
        <translation>correction de {reader}</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>prédiction</translation>
    </message>
    <message>
        <source>being corrected</source>
        <translation>en cours de correction</translation>
    </message>
</context>
<context>
    <name>SpokenCase</name>
    <message>
        <source>correction</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>prédiction</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Review fetal head circumference</source>
        <translation>Relire le périmètre céphalique fœtal</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>Ouvrir un dossier d’images…</translation>
    </message>
    <message>
        <source>Open the sample study (synthetic images)</source>
        <translation>Ouvrir l’étude d’exemple (images de synthèse)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open a folder of HC18 images, or any folder of PNG, JPEG, TIFF or BMP images. You can drop one here.</source>
        <translation>Ouvrez un dossier d’images HC18, ou tout dossier d’images PNG, JPEG, TIFF ou BMP. Vous pouvez en déposer un ici.</translation>
    </message>
</context>
<context>
    <name>ToneNote</name>
    <message>
        <source>How the image is seen</source>
        <translation>Aspect de l’image</translation>
    </message>
    <message>
        <source>Window {0}, level {1}</source>
        <translation>Fenêtre {0}, niveau {1}</translation>
    </message>
    <message>
        <source>gamma {0}</source>
        <translation>gamma {0}</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversée</translation>
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
        <translation>Barre d’outils</translation>
    </message>
</context>
<context>
    <name>TuneActs</name>
    <message>
        <source>Fine-tuning {model} on {count} cases of {study}</source>
        <translation>Ajustement {model} sur {count} cas de {study}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>The fine-tuning is finished: {model}</source>
        <translation>L’ajustement est terminé : {model}</translation>
    </message>
    <message>
        <source>The fine-tuning was cancelled; nothing is left of it.</source>
        <translation>L’ajustement a été annulé ; il n’en reste rien.</translation>
    </message>
    <message>
        <source>The fine-tuning {model} is not finished</source>
        <translation>L’ajustement {model} n’est pas terminé</translation>
    </message>
    <message>
        <source>It was stopped before its end and can go on where it was.</source>
        <translation>Il s’est arrêté avant la fin et peut reprendre où il en était.</translation>
    </message>
    <message>
        <source>No fine-tuning is running, and none was left unfinished.</source>
        <translation>Aucun ajustement n’est en cours ni inachevé.</translation>
    </message>
    <message>
        <source>{folder} cannot be removed: {why}.</source>
        <translation>{folder} ne peut pas être supprimé : {why}.</translation>
    </message>
    <message>
        <source>no fine-tuning is running</source>
        <translation>aucun ajustement n’est en cours</translation>
    </message>
    <message>
        <source>no study is open</source>
        <translation>aucune étude n’est ouverte</translation>
    </message>
    <message>
        <source>a fine-tuning is running already</source>
        <translation>un ajustement est déjà en cours</translation>
    </message>
    <message>
        <source>{count} cases are corrected; at least {least} are needed</source>
        <translation>{count} cas corrigés ; il en faut au moins {least}</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Ajustement</translation>
    </message>
</context>
<context>
    <name>TuneCurves</name>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Dice at the gate, %</source>
        <translation>Dice au contrôle, %</translation>
    </message>
</context>
<context>
    <name>TuneStrip</name>
    <message>
        <source>Fine-tuning</source>
        <translation>Ajustement</translation>
    </message>
    <message>
        <source>How far the fine-tuning is</source>
        <translation>Avancement de l’ajustement</translation>
    </message>
    <message>
        <source>Comparing with the model before</source>
        <translation>Comparaison avec le modèle précédent</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Learning again without a third of the cases, to judge by these ({part} of {parts})</source>
        <translation>Nouvel apprentissage sans un tiers des cas, pour juger sur ceux-ci ({part} sur {parts})</translation>
    </message>
    <message>
        <source>Epoch {epoch} of at most {epochs}</source>
        <translation>Époque {epoch} sur {epochs} au plus</translation>
    </message>
    <message>
        <source>{text} · {time} left</source>
        <translation>{text} · reste {time}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Before and after…</source>
        <translation>Avant et après…</translation>
    </message>
    <message>
        <source>Stop it and remove what it has learnt</source>
        <translation>L’arrêter et supprimer ce qu’il a appris</translation>
    </message>
    <message>
        <source>Put this strip away; the Model menu leads back</source>
        <translation>Ranger ce bandeau ; le menu Modèle y ramène</translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>no study is open</source>
        <translation>aucune étude n’est ouverte</translation>
    </message>
    <message>
        <source>no fine-tuning is running</source>
        <translation>aucun ajustement n’est en cours</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept the contour</source>
        <translation>Accepter le contour</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rejeter…</translation>
    </message>
    <message>
        <source>Reject the case with a reason</source>
        <translation>Rejeter le cas avec une raison</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Flag the case for a second look</source>
        <translation>Signaler le cas pour un second regard</translation>
    </message>
    <message>
        <source>To prediction</source>
        <translation>À la prédiction</translation>
    </message>
    <message>
        <source>Drop the correction</source>
        <translation>Abandonner la correction</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The case counts as not read again</source>
        <translation>Le cas compte à nouveau comme non lu</translation>
    </message>
    <message>
        <source>Verdict: {verdict}</source>
        <translation>Verdict&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>Accept correction</source>
        <translation>Accepter la correction</translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation>Accepter la prédiction</translation>
    </message>
</context>
<context>
    <name>ViewPanel</name>
    <message>
        <source>View options</source>
        <translation>Options d’affichage</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>±0 d</source>
        <translation>±0 j</translation>
    </message>
    <message>
        <source>{sign}{days} d</source>
        <translation>{sign}{days} j</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>no head found</source>
        <translation>tête non trouvée</translation>
    </message>
</context>
<context>
    <name>WorstCases</name>
    <message>
        <source>Subjects not taught, the worst first</source>
        <translation>Sujets non appris, les pires d’abord</translation>
    </message>
    <message>
        <source>{case}
no head found</source>
        <translation>{case}
pas de tête trouvée</translation>
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
PC {before} → {after} mm · {dice} %</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>{name}: no head found</source>
        <translation>{name} : pas de tête trouvée</translation>
    </message>
    <message>
        <source>{name}: Dice {dice} %</source>
        <translation>{name} : Dice {dice} %</translation>
    </message>
    <message>
        <source>{name}: HC {error}, Dice {dice} %</source>
        <translation>{name} : PC {error}, Dice {dice} %</translation>
    </message>
</context>
</TS>
