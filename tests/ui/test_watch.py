"""One watch over the events of the application: who listens hears their own kinds, no others."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from alongside_ui.keys.idle import SIGNS
from alongside_ui.look import Look
from alongside_ui.watch import Watch

NOTHING = Qt.KeyboardModifier.NoModifier


class Listener(QObject):
    """Writes down what it hears into a list that it may share with others."""

    def __init__(self, name: str, heard: list[str], *, ends: bool = False) -> None:
        super().__init__()
        self.name, self.log, self.ends = name, heard, ends

    def heard(self, watched: QObject, event: QEvent) -> bool:
        self.log.append(f"{self.name}: {event.type().name} for {watched.objectName()}")
        return self.ends


@pytest.fixture
def watch(qapp: QApplication, look: Look) -> Watch:
    return Watch.here()


@pytest.fixture
def box(watch: Watch) -> Iterator[QWidget]:
    box = QWidget()
    box.setObjectName("box")
    yield box
    box.close()
    box.deleteLater()


def let_go_of_a(box: QWidget) -> None:
    QCoreApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_A, NOTHING))


def test_there_is_one_for_the_application(watch: Watch):
    assert Watch.here() is watch


def test_a_listener_hears_its_own_kinds_and_no_others(watch: Watch, box: QWidget):
    heard: list[str] = []
    listener = Listener("one", heard)
    watch.listen(listener.heard, QKeyEvent)
    let_go_of_a(box)
    box.resize(200, 100)
    QCoreApplication.sendEvent(box, QEvent(QEvent.Type.FontChange))
    assert heard == ["one: KeyRelease for box"]


def test_the_newest_hears_first_and_may_end_it(watch: Watch, box: QWidget):
    heard: list[str] = []
    listeners = [Listener("old", heard), Listener("middle", heard, ends=True)]
    listeners.append(Listener("new", heard))
    for each in listeners:
        watch.listen(each.heard, QKeyEvent)
    let_go_of_a(box)
    assert heard == ["new: KeyRelease for box", "middle: KeyRelease for box"]


def test_whoever_listens_twice_hears_once(watch: Watch, box: QWidget):
    heard: list[str] = []
    listener = Listener("one", heard)
    watch.listen(listener.heard, QKeyEvent)
    watch.listen(listener.heard, QKeyEvent)
    let_go_of_a(box)
    assert len(heard) == 1


def test_whoever_asked_to_be_forgotten_or_is_gone_hears_nothing(watch: Watch, box: QWidget):
    heard: list[str] = []
    asked, gone, deleted = (Listener(name, heard) for name in ("asked", "gone", "deleted"))
    for each in (asked, gone, deleted):
        watch.listen(each.heard, QKeyEvent)
    watch.forget(asked.heard)
    deleted.deleteLater()
    QCoreApplication.sendPostedEvents(deleted, QEvent.Type.DeferredDelete)
    del gone, each
    let_go_of_a(box)
    assert heard == []


def test_keys_pointers_wheels_fingers_and_input_methods_come_as_their_own_class(
    watch: Watch, box: QWidget
):
    kinds = []

    class Signs(QObject):
        def heard(self, _watched: QObject, event: QEvent) -> bool:
            kinds.append((type(event).__name__, event.type().name))
            return True

    signs, at, none = Signs(), QPointF(1, 1), Qt.MouseButton.NoButton
    watch.listen(signs.heard, *SIGNS)
    wheel = QWheelEvent(at, at, QPoint(1, 1), QPoint(1, 1), none, NOTHING,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, NOTHING)
    for event in (wheel, moved, QInputMethodEvent()):
        QCoreApplication.sendEvent(box, event)
    let_go_of_a(box)
    box.show()
    QApplication.processEvents()
    box.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    QTest.touchEvent(box, QTest.createTouchDevice()).press(0, QPoint(1, 1)).commit()
    assert kinds[:4] == [
        ("QWheelEvent", "Wheel"), ("QMouseEvent", "MouseMove"),
        ("QInputMethodEvent", "InputMethod"), ("QKeyEvent", "KeyRelease"),
    ]  # fmt: skip
    assert ("QTouchEvent", "TouchBegin") in kinds
