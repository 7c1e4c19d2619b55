"""What was backed up and when: a table in SQLite."""

import sqlite3
import time
from pathlib import Path
from typing import List, NamedTuple, Optional

SCHEMA = """
create table if not exists backup (
    name text primary key,
    made real not null,
    bytes integer not null,
    digest text not null,
    shipped real
)
"""


class Backup(NamedTuple):
    name: str
    made: float
    bytes: int
    digest: str
    shipped: Optional[float]

    @property
    def age(self) -> float:
        return time.time() - self.made


class Catalogue:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(str(path))
        self.connection.execute(SCHEMA)

    def __enter__(self) -> "Catalogue":
        return self

    def __exit__(self, *exception: object) -> None:
        self.connection.close()

    def add(self, backup: Backup) -> None:
        with self.connection:
            self.connection.execute("insert or replace into backup values (?, ?, ?, ?, ?)", backup)

    def shipped(self, name: str) -> None:
        with self.connection:
            self.connection.execute("update backup set shipped = ? where name = ?", (time.time(), name))

    def all(self) -> List[Backup]:
        rows = self.connection.execute("select name, made, bytes, digest, shipped from backup order by made")
        return [Backup(*row) for row in rows]

    def forget(self, keep: int) -> List[str]:
        """Drop all but the newest rows; gives the names that were dropped."""
        old = [backup.name for backup in self.all()][:-keep]
        with self.connection:
            self.connection.executemany("delete from backup where name = ?", [(name,) for name in old])
        return old

    def copy_to(self, path: Path) -> None:
        with sqlite3.connect(path) as target:
            self.connection.backup(target)
        target.close()
