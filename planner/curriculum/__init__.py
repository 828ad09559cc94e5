"""What is to be learned: a YAML file of phases, modules, milestones, choices and resources, read and checked.

`read_curriculum` returns `(curriculum, problems)`; `select` takes a learner's choices out of it.
"""
