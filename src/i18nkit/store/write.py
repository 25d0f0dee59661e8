"""Changes -> files."""

from __future__ import annotations

from collections.abc import Iterable

from i18nkit.config import Settings
from i18nkit.model import Change
from i18nkit.store import journal
from i18nkit.store.transaction import Rewrite, rewrites


def apply(settings: Settings, changes: Iterable[Change]) -> list[Rewrite]:
    """Writes all changes or none, and says which files differ now.

    Raises Busy, ChangedUnderneath, Unfaithful, Faults, or I18nKitError where a file cannot be written; nothing is
    written then.
    """
    changes = list(changes)
    if not changes:
        return []
    with journal.exclusive(settings.content):
        done = rewrites(settings, changes)
        if done:
            journal.commit(
                settings.content,
                [journal.Write(rewrite.path, rewrite.before, rewrite.after) for rewrite in done],
            )
    return done


def preview(settings: Settings, changes: Iterable[Change]) -> list[Rewrite]:
    """What `apply` would write."""
    return rewrites(settings, changes)
