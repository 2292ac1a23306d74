"""Clusters that grow by reasons: what is one thing, and which join says so."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two members found to be one, by a rule of ``kg/tables/identity.toml``."""

    one: int
    other: int
    rule: str


class Summary(Protocol):
    """What is known of a whole cluster."""

    def clashes(self, other: Self) -> bool:
        """Whether the two clusters cannot be one thing."""
        ...

    def absorb(self, other: Self) -> None:
        """Take in what is known of another cluster that has become part of this one."""
        ...


Known = TypeVar("Known", bound=Summary)


class Clusters(Generic[Known]):
    """Members from 0 on in clusters; clusters that clash never become one.

    Members begin alone, each with a summary of its own.
    """

    def __init__(self, summaries: Sequence[Known]) -> None:
        self._cluster = list(range(len(summaries)))
        self._members = {member: [member] for member in self._cluster}
        self._known = dict(enumerate(summaries))
        self._joins: dict[int, list[Join]] = {}

    def all(self) -> list[tuple[int, ...]]:
        """Every cluster as its sorted members, in order."""
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def among(self, members: Iterable[int]) -> dict[int, list[int]]:
        """The clusters that some members are in, each by its least member, with those of them."""
        found: dict[int, list[int]] = {}
        for member in sorted(members):
            found.setdefault(self._cluster[member], []).append(member)
        return {some[0]: some for some in found.values()}

    def members(self, member: int) -> list[int]:
        """All members of the cluster of one of them."""
        return self._members[self._cluster[member]]

    def together(self, one: int, other: int) -> bool:
        """Whether two members are in one cluster."""
        return self._cluster[one] == self._cluster[other]

    def known(self, member: int) -> Known:
        """What is known of the cluster of a member."""
        return self._known[self._cluster[member]]

    def compatible(self, one: int, other: int) -> bool:
        """Whether the clusters of two members are one already or may become one."""
        return self.together(one, other) or not self.known(one).clashes(self.known(other))

    def join(self, one: int, other: int, rule: str) -> None:
        """Make the clusters of two members one, unless they clash."""
        if not self.compatible(one, other):
            return
        join = Join(one, other, rule)
        self._joins.setdefault(one, []).append(join)
        self._joins.setdefault(other, []).append(join)
        if self.together(one, other):
            return
        clusters = self._cluster[one], self._cluster[other]
        small, large = sorted(clusters, key=lambda cluster: len(self._members[cluster]))
        moved = self._members.pop(small)
        self._members[large] += moved
        self._known[large].absorb(self._known.pop(small))
        for member in moved:
            self._cluster[member] = large

    def way(self, start: int, ends: Collection[int]) -> list[Join]:
        """The joins on a shortest way from a member to one of ``ends``, none without a way."""
        came: dict[int, Join | None] = {start: None}
        queue = deque([start])
        while queue:
            member = queue.popleft()
            if member in ends:
                return list(_back(member, came))
            for join in self._joins.get(member, ()):
                beyond = join.other if join.one == member else join.one
                if beyond not in came:
                    came[beyond] = join
                    queue.append(beyond)
        return []


def _back(member: int, came: dict[int, Join | None]) -> Iterator[Join]:
    while (join := came[member]) is not None:
        yield join
        member = join.other if join.one == member else join.one
