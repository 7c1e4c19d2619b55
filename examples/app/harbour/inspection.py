"""For the developer of the agent: what is the process doing, and what does it hold?"""

import gc
import sys
import threading
import traceback
from collections import Counter
from typing import List


def stacks() -> str:
    """The stack of every thread."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    parts: List[str] = []
    for ident, frame in sys._current_frames().items():
        parts.append(f"{names.get(ident, ident)}:\n{''.join(traceback.format_stack(frame))}")
    return "\n".join(parts)


def held(limit: int = 5) -> List[tuple]:
    """The types with most instances."""
    return Counter(type(item).__name__ for item in gc.get_objects()).most_common(limit)


def count_calls(function, *args):
    """Call a function and give its result with the number of Python calls below it."""
    calls = 0

    def profile(frame, kind, _argument):
        nonlocal calls
        calls += kind == "call"

    sys.setprofile(profile)
    try:
        return function(*args), calls
    finally:
        sys.setprofile(None)
