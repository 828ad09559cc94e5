"""The commands: parse, call the workspace, print.

`main` is the entry point. `root` is the command `planner`; each of its commands is one module in `commands`, imported
only when it is called; `views` turn what the workspace says into lines of text.
"""

import gc
import sys


def main() -> None:
    """Run the command line and exit: 0 done, 1 wrong data or folder, 2 wrong usage, 70 a fault of the planner."""
    gc.disable()  # starting makes no garbage to speak of, and looking for it would take a tenth of a short command
    try:
        from planner.cli.root import root

        root.main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # the process ends, and all memory with it: nothing need be taken apart
