"""The usual journeys and support costs of the demo organisation: every kind, every handling."""

from datetime import date, timedelta
from typing import Any

from alongside.domain.claims import Category, Handling
from alongside.domain.money import Money
from alongside.store.tables import UsualCost

AGREED_BY = "Sam Penrose"
"""Who agreed what people have as a standing approval."""
_STANDS = timedelta(days=730)
_C, _H = Category, Handling
_BUS: dict[str, Any] = {"category": _C.BUS_TRAIN_TRAM, "words": "bus", "amount": Money(480)}
_TRAM: dict[str, Any] = {"category": _C.BUS_TRAIN_TRAM, "words": "tram", "amount": Money(620)}
_TRAIN: dict[str, Any] = {
    "category": _C.BUS_TRAIN_TRAM, "words": "train", "amount": Money(1390), "handling": _H.ADVANCED,
}  # fmt: skip
_TAXI: dict[str, Any] = {
    "category": _C.TAXI, "words": "taxi agreed for access", "amount": Money(1840),
    "handling": _H.ON_ACCOUNT, "ends_in": 75,
}  # fmt: skip
_TAXI_DIRECT: dict[str, Any] = {
    "category": _C.TAXI, "words": "taxi", "amount": Money(2250), "handling": _H.PAID_DIRECT,
}  # fmt: skip
_PARKING: dict[str, Any] = {"category": _C.PARKING, "amount": Money(350)}
_TOLL: dict[str, Any] = {"category": _C.TOLLS, "words": "Wend Bridge", "amount": Money(280)}
_PA: dict[str, Any] = {
    "category": _C.SUPPORT_WORKER, "words": "PA", "rate": Money(1350), "payee": "Jo Hart",
    "ends_in": -40,
}  # fmt: skip
_PA_DIRECT: dict[str, Any] = {
    "category": _C.SUPPORT_WORKER, "words": "support worker", "rate": Money(1625),
    "payee": "Alderwick Support", "handling": _H.PAID_DIRECT, "ends_in": 120,
}  # fmt: skip
_BSL: dict[str, Any] = {
    "category": _C.COMMUNICATION, "words": "BSL interpreter", "rate": Money(4500), "minutes": 180,
    "payee": "Wend Interpreting", "handling": _H.PAID_DIRECT,
}  # fmt: skip


def _miles(category: Category, tenths: int) -> dict[str, Any]:
    return {"category": category, "tenths_of_mile": tenths}


_EVEN: dict[int, tuple[dict[str, Any], ...]] = {
    0: (_BUS,),
    1: (_TAXI, _PA),
    2: (_miles(_C.CAR, 62), _PARKING),
    5: (_miles(_C.CAR, 118), {**_miles(_C.PASSENGER, 118), "passengers": "Jo Hart"}),
    7: (_BSL, _TRAM),
    10: (_miles(_C.BICYCLE, 31),),
    11: (_miles(_C.MOTORCYCLE, 87),),
    12: ({"category": _C.CHILDCARE, "rate": Money(900), "minutes": 210}, _TRAM),
    13: (_TRAM,),
    14: (_TRAIN,),
    15: (_miles(_C.CAR, 203), _TOLL),
    17: (_BUS,),
    18: (_TRAM,),
}
_ODD: dict[int, tuple[dict[str, Any], ...]] = {
    0: (_miles(_C.CAR, 44),),
    1: ({"category": _C.PHONE_AND_DATA, "amount": Money(200)}, _BUS),
    2: ({"category": _C.PRINTING_AND_POST, "words": "papers printed large",
         "amount": Money(150)}, _TRAM),
    5: ({"category": _C.REPLACEMENT_CARE, "words": "care for my mother", "rate": Money(1420)},
        _TAXI_DIRECT),
    7: ({**_BUS, "handling": _H.WAIVED},),
    9: (_PA_DIRECT, _TAXI),
    10: (_TRAM,),
    12: (_BUS,),
    15: (_miles(_C.BICYCLE, 24),),
    16: (_BUS,),
    18: (_BUS,),
}  # fmt: skip


def usual_costs(group: int, place: int, venue: str, today: date) -> list[UsualCost]:
    """Return what the person in `place` of a group usually has; journeys go to the `venue`."""
    wanted = (_ODD if group % 2 else _EVEN).get(place, ())
    return [_cost(position, dict(want), venue, today) for position, want in enumerate(wanted)]


def _cost(position: int, want: dict[str, Any], venue: str, today: date) -> UsualCost:
    ends_in = want.pop("ends_in", None)
    if want["category"] in {Category.CAR, Category.TAXI, Category.BUS_TRAIN_TRAM}:
        want |= {"from_place": "home", "to_place": venue.split(",")[0]}
    if ends_in is not None:
        until = today + timedelta(days=ends_in)
        want |= {"agreed_by": AGREED_BY, "agreed_on": until - _STANDS, "agreed_until": until}
    return UsualCost(position=position, **want)
