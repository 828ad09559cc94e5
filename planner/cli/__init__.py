"""The commands: parse, call the workspace, print.

`main` is the entry point. `root` is the command `planner`; each of its commands is one module in `commands`, imported
only when it is called; `views` turn what the workspace says into lines of text.
"""

import sys


def main() -> None:
    """Run the command line and exit: 0 done, 1 wrong data or folder, 2 wrong usage, 70 a fault of the planner."""
    try:
        from planner.cli.root import root

        root.main()
    except KeyboardInterrupt:
        sys.exit(130)
