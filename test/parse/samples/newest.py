# Syntax of 3.12 to 3.15 that no library at hand uses.
lazy import a.b as c, d
lazy from .e import (f, g as h,)

type Alias[T: int = str, *Ts = *tuple[int], **P = [int]] = dict[T, P]

lazy = 1
lazy.x[lazy](lazy)


def generic[T: (int, str), *Ts, **P](*args: *Ts, **kwargs: P.kwargs) -> T:
    return t'{args!r:>{kwargs}} {{}}' rt'\{lazy}'


class Generic[T = int](list[T], metaclass=type): ...


flat = [*x for x in y if x], {*x for x in y}, {**x for x in y}, (*x for x in y), f(*x for x in y)
nested = f"{f"{f"{1 + 1}"}":{'width'}.{3}}" f'''{
    a  # a comment
    + b!r:>10}'''
tags = t"a{b}c" t'{d=}'

try:
    pass
except A, B:
    pass
except C:
    pass

try:
    pass
except* A, B.c:
    pass
