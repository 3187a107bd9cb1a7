"""What the window does, without widgets: which case is shown, what is wanted next, every act."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hc18viewer.errors import Hc18ViewerError
from hc18viewer.message import message
from hc18viewer.store.errors import StoreError
from hc18viewer.store.history import History
from hc18viewer.ui.language import say
from hc18viewer.workers.images import ImageJob, ImageUse, ReadImage
from hc18viewer.workers.lane import Ending, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hc18viewer.biometry.dating import Dating
    from hc18viewer.dataset.case import Case
    from hc18viewer.geometry.shape import HeadShape
    from hc18viewer.geometry.types import Line
    from hc18viewer.services.case_state import CaseState
    from hc18viewer.services.review import Review
    from hc18viewer.store.records import StoredPrediction, VerdictKind
    from hc18viewer.workers.images import ImageLane
    from hc18viewer.workers.inference import InferenceLane

_KEPT_IMAGES = 32
_IMAGES_AHEAD = 4
_IMAGES_BEHIND = 2
_AHEAD_AFTER_MS = 5


class ReviewController(QObject):
    """Leads one review: shows cases, keeps both lanes busy with what comes next, stores acts.

    The lanes belong to the caller, who starts and stops them.
    """

    case_shown = Signal(object)  # CaseState
    image_shown = Signal(object)  # ReadImage, of the case shown
    image_failed = Signal(str)  # why the case shown has no image
    state_changed = Signal(object)  # CaseState, of any case
    thumbnail_read = Signal(str, object)  # case key, (H, W) uint8
    image_trouble = Signal(str, str)  # case key, why its image cannot be read
    inference_changed = Signal(int, int)  # cases done with, cases in all
    inference_unavailable = Signal(str)  # why there will be no predictions
    act_failed = Signal(str)  # why an act was not stored
    told = Signal(str)  # what the reader should know in passing

    def __init__(
        self, review: Review, *, images: ImageLane, inference: InferenceLane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.review = review
        self._images = images
        self._inference = inference
        self._cases = review.study.cases
        self._index_of = {case.key: index for index, case in enumerate(self._cases)}
        self._index = -1
        self._closed = False
        self._kept: OrderedDict[str, ReadImage] = OrderedDict()
        self._image_troubles: dict[str, str] = {}
        self._inference_troubles: dict[str, str] = {}
        self._inference_unavailable = False
        self._waiting = {case.key for case in review.unpredicted()}
        self._thumbnails_done: set[str] = set()
        # What is wanted next, and what another window did, is asked when the case has been painted.
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_AFTER_MS)
        self._ahead.timeout.connect(self._want_ahead)
        images.ended.connect(self._on_image_ended)
        self._follow(inference)

    @property
    def current(self) -> CaseState | None:
        """The state of the case shown."""
        return self.review.state(self._cases[self._index].key) if self._index >= 0 else None

    @property
    def position(self) -> tuple[int, int]:
        """The number of the case shown, from 1, and how many there are."""
        return self._index + 1, len(self._cases)

    @property
    def image_is_read(self) -> bool:
        """Whether the image of the case shown has been read."""
        return self._index >= 0 and self._cases[self._index].key in self._kept

    @property
    def inference_done(self) -> int:
        """How many cases have a prediction or cannot get one."""
        return len(self._cases) - len(self._waiting)

    def inference_trouble(self, case_key: str) -> str:
        """Return why a case could not be predicted, "" when it could or is still waiting."""
        return self._inference_troubles.get(case_key, "")

    def close(self) -> None:
        """Take no further replies: those of the lanes that are still on their way come too late."""
        self._closed = True

    def keep_image(self, case_key: str, image: ReadImage) -> None:
        """Take an image that has been read elsewhere."""
        self._kept[case_key] = image
        while len(self._kept) > _KEPT_IMAGES:
            self._kept.popitem(last=False)

    def change_model(self, model: str, inference: InferenceLane) -> None:
        """Show another model's predictions, which the lane makes; read cases are not touched.

        Raises:
            StoreError: the store cannot be read.
        """
        changed = self.review.use_model(model)
        self._inference.ended.disconnect(self._on_inference_ended)
        self._inference.unavailable.disconnect(self._on_inference_unavailable)
        self._inference = inference
        self._inference_unavailable = False
        self._inference_troubles.clear()
        self._waiting = {case.key for case in self.review.unpredicted()}
        self._follow(inference)
        for state in changed:
            self.state_changed.emit(state)
        self._want_predictions()

    def _follow(self, inference: InferenceLane) -> None:
        inference.ended.connect(self._on_inference_ended)
        inference.unavailable.connect(self._on_inference_unavailable)

    def show(self, case_key: str) -> None:
        """Show a case; an unknown key shows the first."""
        index = self._index_of.get(case_key, 0)
        if index == self._index:
            return
        self._index = index
        case = self._cases[index]
        self.case_shown.emit(self.review.state(case.key))
        if case.key in self._kept:
            self._kept.move_to_end(case.key)
            self.image_shown.emit(self._kept[case.key])
        elif case.key in self._image_troubles:
            self.image_failed.emit(self._image_troubles[case.key])
        else:
            self._want_images()
        self._ahead.start()

    def step(self, by: int) -> bool:
        """Show the case `by` places further; False at the end of the list."""
        index = self._index + by
        if not 0 <= index < len(self._cases):
            return False
        self.show(self._cases[index].key)
        return True

    def step_to_unread(self) -> bool:
        """Show the next case without a verdict, from here on and round; False if all have one."""
        order = (*self._cases[self._index + 1 :], *self._cases[: max(self._index, 0)])
        for case in order:
            if self.review.state(case.key).verdict_kind is None:
                self.show(case.key)
                return True
        return False

    @property
    def history(self) -> History:
        """The steps of the case shown; none where they cannot be read."""
        state = self.current
        if state is None:
            return History()
        try:
            return self.review.history(state.case.key)
        except StoreError:
            return History()

    def finish_gesture(self, after: HeadShape | None, gesture: str) -> None:
        """Store what a gesture on the case shown has come to; None is back to the prediction."""
        state = self.current
        if state is None:
            return
        key = state.case.key
        self._take_in(key)
        if after != self.review.state(key).corrected_shape:
            self._stored(key, lambda: self.review.correct(key, after, gesture))

    def undo(self) -> None:
        """Take the last step on the case shown back."""
        self._step(self.review.undo)

    def redo(self) -> None:
        """Do the step on the case shown again that was taken back last."""
        self._step(self.review.redo)

    def start_from_previous(self) -> None:
        """Begin the correction of the case shown from its previous revision."""
        state = self.current
        if state is None:
            return
        for shape in self.review.earlier_shapes(state.case.key):
            if shape != state.corrected_shape:
                self.finish_gesture(shape, message("start from previous revision"))
                return
        self.told.emit(self.tr("This case has no other revision before this one."))

    def accept(self) -> bool:
        """Accept the ellipse of the case shown; False when that was not possible."""
        state = self.current
        if state is None or self._was_changed_elsewhere(state.case.key):
            return False
        if state.ellipse is None:
            self.told.emit(self.tr("There is no contour to accept yet."))
            return False
        return self._stored(state.case.key, lambda: self.review.accept(state.case.key))

    def judge(self, kind: VerdictKind, reason: str = "") -> bool:
        """Store another verdict on the case shown; False when that was not possible."""
        state = self.current
        if state is None or self._was_changed_elsewhere(state.case.key):
            return False
        return self._stored(
            state.case.key, lambda: self.review.judge(state.case.key, kind, reason=reason)
        )

    def date(self, case_key: str, dating: Dating) -> None:
        """Store the dates of a case's scan."""
        self._stored_for_many(lambda: self.review.date(case_key, dating))

    def calibrate(self, case_keys: Sequence[str], *, line: Line, length_mm: float) -> bool:
        """Store the pixel size of a line for cases, the first shown; False where it failed."""
        states = self._stored_for_many(
            lambda: self.review.calibrate(case_keys, line=line, length_mm=length_mm)
        )
        self._want_predictions()  # what waits is predicted with the size that counts now
        return bool(states)

    def take_calibration_back(self, case_key: str) -> int:
        """Take a case's calibration back; return for how many cases it was."""
        states = self._stored_for_many(lambda: self.review.take_calibration_back(case_key))
        self._want_predictions()
        return len(states)

    def _stored_for_many(self, act: Callable[[], Sequence[CaseState]]) -> Sequence[CaseState]:
        """Do an act on several cases; none where it failed."""
        try:
            states = act()
        except Hc18ViewerError as error:
            self.act_failed.emit(say(str(error)))
            return ()
        for state in states:
            self.state_changed.emit(state)
        return states

    def _step(self, act: Callable[[str], CaseState]) -> None:
        state = self.current
        if state is None or self._was_changed_elsewhere(state.case.key):
            return
        before = self.history.done
        if self._stored(state.case.key, lambda: act(state.case.key)) and abs(
            self.history.done - before
        ) > 1:
            self.told.emit(self.tr("A step that is damaged in the store was passed over."))

    def _was_changed_elsewhere(self, case_key: str) -> bool:
        """Show what another window did on a case meanwhile; whether it did anything."""
        changed = self._take_in(case_key)
        if changed:
            self.told.emit(self.tr(
                "Another window changed this case: look at it again, and repeat what you did."
            ))
        return changed

    def _take_in(self, case_key: str) -> bool:
        try:
            changed = self.review.refresh(case_key)
        except StoreError:  # what is wrong with the store is told when something is to be stored
            return False
        if changed:
            self.state_changed.emit(self.review.state(case_key))
        return changed

    def _stored(self, case_key: str, act: Callable[[], CaseState]) -> bool:
        """Do an act on a case; False, with the case shown as it is stored, when it failed."""
        try:
            after = act()
        except Hc18ViewerError as error:
            self.state_changed.emit(self.review.state(case_key))
            self.act_failed.emit(say(str(error)))
            return False
        self.state_changed.emit(after)
        return True

    def _want_ahead(self) -> None:
        if not self._closed and self._index >= 0:
            self._take_in(self._cases[self._index].key)
            self._want_images()
            self._want_predictions()

    def _want_images(self) -> None:
        here = self._index
        near = [here, *range(here + 1, here + 1 + _IMAGES_AHEAD),
                *range(here - 1, here - 1 - _IMAGES_BEHIND, -1)]
        canvas = [
            ImageJob(self._cases[index], ImageUse.CANVAS)
            for index in near
            if 0 <= index < len(self._cases) and self._is_unread(self._cases[index])
        ]
        undrawn = [
            index for index, case in enumerate(self._cases)
            if case.key not in self._thumbnails_done
        ]
        undrawn.sort(key=lambda index: abs(index - here))
        thumbnails = [ImageJob(self._cases[index], ImageUse.THUMBNAIL) for index in undrawn]
        self._images.want([*canvas, *thumbnails])

    def _is_unread(self, case: Case) -> bool:
        return case.key not in self._kept and case.key not in self._image_troubles

    def _want_predictions(self) -> None:
        if self._inference_unavailable:
            return
        ahead = (case for case in self._cases[self._index :] if case.key in self._waiting)
        behind = (case for case in self._cases[: self._index] if case.key in self._waiting)
        self._inference.want([*ahead, *reversed([*behind])])
        self.inference_changed.emit(self.inference_done, len(self._cases))

    def _on_image_ended(self, outcome: Outcome[ImageJob, ReadImage]) -> None:
        job, key = outcome.job, outcome.job.case.key
        if self._closed:
            return
        shown = self._index >= 0 and self._cases[self._index].key == key
        if outcome.ending is Ending.FAILED:
            self._thumbnails_done.add(key)
            trouble = say(outcome.message)
            self._image_troubles[key] = trouble
            self.image_trouble.emit(key, trouble)
            if shown and job.use is ImageUse.CANVAS:
                self.image_failed.emit(trouble)
        elif outcome.result is not None and job.use is ImageUse.THUMBNAIL:
            self._thumbnails_done.add(key)
            self.thumbnail_read.emit(key, outcome.result.image)
        elif outcome.result is not None:
            self.keep_image(key, outcome.result)
            if shown:
                self.image_shown.emit(outcome.result)

    def _on_inference_unavailable(self, reason: str) -> None:
        if not self._closed:
            self._inference_unavailable = True
            self.inference_unavailable.emit(say(reason))

    def _on_inference_ended(self, outcome: Outcome[Case, StoredPrediction]) -> None:
        found = outcome.result
        if self._closed or (found and found.prediction.model != self.review.model):
            return  # of a model before, on its way when another took its place
        if outcome.result is not None:
            self._waiting.discard(outcome.job.key)
            self.state_changed.emit(self.review.note_prediction(outcome.result))
        elif outcome.ending is Ending.FAILED:
            self._waiting.discard(outcome.job.key)
            self._inference_troubles[outcome.job.key] = say(outcome.message)
            self.state_changed.emit(self.review.state(outcome.job.key))
        self.inference_changed.emit(self.inference_done, len(self._cases))
