"""`python -m i18nkit` and the console script."""

from __future__ import annotations


def main() -> None:
    from i18nkit.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
