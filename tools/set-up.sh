#!/bin/sh
# Makes .venv and installs the planner into it: `sh tools/set-up.sh run`, or `dev` for the test tools as well, or `full`
# for what only the long tests need too.
# Does nothing, and needs no network, until pyproject.toml or constraints.txt changes. PYTHON names the Python to use.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}
stamp=.venv/.set-up

say() { printf '%s\n' "$*" >&2; }

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

makes_venvs() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() {
    without_venv='' old=''
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.11 python3.12 python3.13 python3 python3.14; fi
    for candidate; do
        if ! version=$(version_of "$candidate"); then continue; fi
        if ! is_new_enough "$candidate"; then old="${old:+$old, }$candidate is $version"
        elif ! makes_venvs "$candidate"; then without_venv=$candidate
        else python=$candidate; return
        fi
    done
    if [ -n "$without_venv" ]; then
        say "$without_venv cannot make virtual environments: its modules venv and ensurepip are missing."
        say "On Debian and Ubuntu:  apt install python$(version_of "$without_venv")-venv"
    else
        say "The planner needs Python 3.11 or newer, and none was found (${old:-tried: $*})."
        say "Install one, or say where it is:  make run PYTHON=/path/to/python3.11"
    fi
    exit 1
}

# What the stamp holds after a set-up: the folder (scripts in .venv name it) and what was installed from.
wanted() { pwd; cat pyproject.toml constraints.txt | cksum; echo "$1"; }

levels_from() { case $1 in run) echo run dev full ;; dev) echo dev full ;; *) echo full ;; esac; }

is_done() {
    [ -f "$stamp" ] || return 1
    for level in $(levels_from "$what"); do
        [ "$(wanted "$level")" = "$(cat "$stamp")" ] && return 0
    done
    return 1
}

is_usable() {
    [ -x .venv/bin/python ] && is_new_enough .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null || return 1
    [ ! -f "$stamp" ] || [ "$(head -n 1 "$stamp")" = "$(pwd)" ] || return 1
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of .venv/bin/python)" ]
}

usable=yes
is_usable || usable=no
if [ "$usable" = yes ] && is_done; then exit 0; fi

if [ "$usable" = no ]; then
    find_python
    say "Setting up .venv with Python $(version_of "$python"), once; this takes a minute."
    "$python" -m venv --clear .venv
else
    say "Bringing .venv up to date."
    for level in $(levels_from "$what"); do
        if [ "$(tail -n 1 "$stamp" 2>/dev/null)" = "$level" ]; then what=$level; fi
    done
fi
case $what in
    full) target='.[dev,oracle]' ;;
    dev) target='.[dev]' ;;
    *) target='.' ;;
esac
rm -f "$stamp"
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
if ! .venv/bin/python -m pip install --quiet --quiet --no-input -c constraints.txt -e "$target"; then
    say "The packages could not be installed (see above). The first set-up needs the network; run the command again."
    exit 1
fi
wanted "$what" > "$stamp"
