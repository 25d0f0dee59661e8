"""The terminal's door. `app` finds the command; each command asks one flow and shows what came of it."""
