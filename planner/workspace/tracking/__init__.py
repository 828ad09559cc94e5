"""Time studied: logged, timed, imported, corrected."""
