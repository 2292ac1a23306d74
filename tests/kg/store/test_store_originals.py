"""Originals are kept byte for byte, whole or not at all."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import NotFound, StoreError
from kg.store.originals import Originals


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000))
def test_bytes_come_back_under_their_digest(tmp_path: Path, data: bytes) -> None:
    originals = Originals(tmp_path / "originals")
    name = originals.store(data)
    assert name == hashlib.sha256(data).hexdigest()
    assert originals.store(data) == name
    assert originals.read(name) == data


def test_names_and_keeping_only_some(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    assert originals.names() == []
    originals.keep_only([])
    one, two = originals.store(b"1"), originals.store(b"2")
    (originals.path / f".{one}.99").write_bytes(b"half")
    assert originals.names() == sorted([one, two])
    originals.keep_only([two])
    assert [path.name for path in originals.path.iterdir()] == [two]


@pytest.mark.parametrize("name", ["", "x", "../lock", "0" * 64, "0" * 63 + "/"])
def test_what_is_not_kept_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "lock").write_bytes(b"secret")
    with pytest.raises(NotFound):
        Originals(tmp_path / "originals").read(name)


def test_a_changed_original_is_refused(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    name = originals.store(b"said")
    (tmp_path / name).write_bytes(b"unsaid")
    with pytest.raises(StoreError, match="changed"):
        originals.read(name)


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        Originals(tmp_path).store(b"data")
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_an_original_is_brought_to_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        sync(descriptor)

    monkeypatch.setattr("os.fsync", noted)
    name = Originals(tmp_path / "originals").store(b"said")
    assert synced == [f".{name}.{os.getpid()}", "originals"]
