"""Why a session, a module, a milestone, a week or a day is as it is, and what would change it.

Pure: everything is read off the inputs and the plan, and each "if … then …" comes from making the changed plan.
"""
