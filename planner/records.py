"""Records: `dataclass(frozen=True, slots=True)` as in the standard library, but quick to define.

Invariant: a record behaves as the standard library's would in `fields`, `replace`, `==`, `hash`, `repr`, `match` and
pickling, and no attribute can be set; what a record here cannot do (`__post_init__`, fields that are left out of one
of these) is refused when the class is made. The standard library compiles six methods for every class, which for some
fifty classes took a fifth of a short command's time; here the methods close over the names of the fields instead.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class a record; both must be true, and are named so that readers and type checkers see it."""
        if not (frozen and slots):
            message = "records are frozen and have slots; for anything else there is dataclasses.dataclass"
            raise TypeError(message)
        return _record


__all__ = ["dataclass"]


def _record(written: type) -> type:
    """Return the class with slots for its fields and the methods of a record."""
    if hasattr(written, "__post_init__"):
        message = f"{written.__name__} has __post_init__, which a record does not call"
        raise TypeError(message)
    record: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(written)
    fields = dataclasses.fields(record)
    if not all(field.init and field.repr and field.compare and field.hash is None for field in fields):
        message = (
            f"{written.__name__} has a field that is left out of something, which a record does not know"
        )
        raise TypeError(message)
    record.__init__ = _initializer(record, fields)
    record.__repr__ = _repr
    record.__setattr__, record.__delattr__ = _refuse_set, _refuse_delete
    _compare_by_values(record, [field.name for field in fields])
    made: type = record
    return made


def _initializer(record: type, fields: Iterable[dataclasses.Field[Any]]) -> Callable[..., None]:
    names = [field.name for field in fields]
    count = len(names)
    put_each = [vars(record)[name].__set__ for name in names]  # past __setattr__, which refuses
    defaults = {field.name: field for field in fields}

    def __init__(self: object, /, *values: object, **named: object) -> None:  # noqa: N807  # becomes the class's
        if named or len(values) != count:
            values = _complete(record, defaults, values, named)
        for put, value in zip(put_each, values):  # noqa: B905  # as many; the word takes as long as the loop
            put(self, value)

    return __init__


def _complete(
    record: type,
    fields: Mapping[str, dataclasses.Field[Any]],
    values: tuple[object, ...],
    named: dict[str, object],
) -> tuple[object, ...]:
    """Return a value for each field: those given in order, those given by name, and defaults."""
    all_values = list(values)
    for name in list(fields)[len(values) :]:
        if name in named:
            all_values.append(named.pop(name))
        elif fields[name].default is not dataclasses.MISSING:
            all_values.append(fields[name].default)
        else:
            make = fields[name].default_factory
            if not callable(make):
                message = f"{record.__name__} needs {name!r}"
                raise TypeError(message)
            all_values.append(make())
    if named or len(all_values) > len(fields):
        message = f"{record.__name__} was given too much: {len(values)} values, and by name {list(named)}"
        raise TypeError(message)
    return tuple(all_values)


def _compare_by_values(record: Any, names: list[str]) -> None:  # noqa: ANN401  # a class that gets methods
    """Give a class `==`, `hash` and pickling, all by the values of its fields."""
    one = attrgetter(*names)
    values = one if len(names) > 1 else lambda self: (one(self),)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807  # becomes the class's
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    record.__eq__ = __eq__
    record.__hash__ = lambda self: hash(values(self))
    record.__reduce__ = lambda self: (record, values(self))


def _repr(self: Any) -> str:  # noqa: ANN401  # any record
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_set(_self: object, name: str, _value: object) -> NoReturn:
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _refuse_delete(_self: object, name: str) -> NoReturn:
    message = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(message)
