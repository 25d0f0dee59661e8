"""Merge published reading lists into the catalogue."""

from __future__ import annotations

import dataclasses
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from i18nkit import store
from i18nkit.config import Settings
from i18nkit.errors import Faults, I18nKitError, ListError, PlacedError, say
from i18nkit.lists import ReadList, read_list
from i18nkit.lists.linking import Linked, link
from i18nkit.model import RESERVED, Catalogue, Mark, is_id
from i18nkit.store.layout import WORKSHOP

Progress = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


@dataclass(frozen=True, slots=True)
class Imported:
    """One list: what it says, what each record was taken for, what was (or would be) written."""

    list_id: str
    read: ReadList
    linked: Linked
    rewrites: Sequence[store.Rewrite]


def import_lists(
    settings: Settings,
    files: Sequence[Path],
    *,
    list_id: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> list[Imported]:
    """One after the other, each seeing what the ones before it brought. `list_id` takes one file.

    All files are read before anything is written: Faults says what is wrong with any of them.
    """
    if list_id is not None and len(files) != 1:
        raise I18nKitError(say("--list names the list of one file, and {count} were given", count=len(files)))
    if list_id is not None and (not is_id(list_id) or list_id in RESERVED):
        raise I18nKitError(
            say("{name} cannot be a list's id", name=list_id),
            remedy=say("ids are lower-case Latin letters and digits joined by hyphens, such as llm-notes"),
        )
    catalogue = store.read_catalogue(settings)
    reads = _read_all(files, catalogue)
    write = store.preview if dry_run and len(reads) == 1 else store.apply
    with _workplace(settings, copied=dry_run and len(reads) > 1) as place:
        done = []
        for number, read in enumerate(reads):
            if progress:
                progress(read.file, number, len(reads))
            if number:
                catalogue = store.read_catalogue(place)
            id = list_id or _imported_before(catalogue, read) or _named_after(read.file)
            linked = link(read, catalogue, id)
            done.append(Imported(id, read, linked, write(place, linked.changes)))
        if progress:
            progress("", len(reads), len(reads))
    return done


def _read_all(files: Sequence[Path], catalogue: Catalogue) -> list[ReadList]:
    reads: list[ReadList] = []
    faults: list[PlacedError] = []
    for file in files:
        try:
            data = file.read_bytes()
            reads.append(read_list(data, str(file), catalogue.fields))
        except OSError as error:
            faults.append(
                ListError(say("cannot be read: {why}", why=error.strerror or str(error)), file=str(file))
            )
        except ListError as fault:
            faults.append(fault)
    if faults:
        raise Faults(faults)
    return reads


@contextmanager
def _workplace(settings: Settings, *, copied: bool) -> Iterator[Settings]:
    """The catalogue itself, or a copy that is thrown away: for a dry run in which a list must see what the one
    before it would have brought."""
    if not copied:
        yield settings
        return
    with tempfile.TemporaryDirectory(prefix="i18nkit-") as folder:
        content = Path(folder) / settings.shown(settings.content)
        shutil.copytree(settings.content, content, ignore=shutil.ignore_patterns(WORKSHOP))
        yield dataclasses.replace(settings, root=Path(folder), content=content)


def _imported_before(catalogue: Catalogue, read: ReadList) -> str | None:
    """The list that came from the same place: same file, same address, same title."""
    digest = Mark.of("sha", read.text)
    title = next((text.text for text in read.texts if text.field == "title" and text.place is None), "")
    for id, known in catalogue.lists.items():
        if known.source.digest == digest:
            return id
    for id, known in catalogue.lists.items():
        same_url = known.source.url and known.source.url == read.source.get("url")
        titles = {unit.text for unit in catalogue.texts.get(f"lists/{id}", {}).get("title", {}).values()}
        if same_url or (title and title in titles | {known.source.title}):
            return id
    return None


def _named_after(file: str) -> str:
    """A list's id from its file's stem."""
    slug = re.sub(r"[^a-z0-9]+", "-", Path(file).stem.lower()).strip("-")
    return slug if is_id(slug) and slug not in RESERVED else f"list-{slug}".rstrip("-")
