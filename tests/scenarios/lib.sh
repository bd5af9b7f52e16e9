# Sourced by every scenario: a scratch folder, the programs on the PATH, and assertions that name themselves.
# A scenario is run as: scenario BIN_DIR CORPORA [TIMES]
# TIMES: how often it tries its luck where it does so at random; without it as often as fits into the test suite.
set -u
bin=$(readlink -f "$1") CORPORA=$(readlink -f "$2")
export PATH="$bin:$PATH" CORPORA LC_ALL=C.UTF-8
times=${3:-}
work=$(mktemp -d) || exit 70
trap 'kill -CONT $(jobs -p) 2>/dev/null; kill $(jobs -p) 2>/dev/null; chmod -R u+w "$work" 2>/dev/null; umount "$work"/disk 2>/dev/null; rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work/config"
unset FINDINGS_INDEX XDG_DATA_HOME FINDINGS_FAULT
cd "$work" || exit 70

fail() { echo "FAILED: $*"; exit 1; }

# expect STATUS COMMAND...: runs it, output in out and err
expect() {
    local want=$1; shift
    "$@" >out 2>err
    local got=$?
    [ "$got" = "$want" ] || { echo "--- stdout"; head -n 20 out; echo "--- stderr"; head -n 20 err; fail "$*: exit $got, expected $want"; }
}

# hits INDEX ARGS...: the number of stories found
hits() { local index=$1; shift; findings-search --index "$index" --format jsonl "$@" 2>/dev/null | wc -l; }

live() { sed 's#.*/##' "$1/current"; }

# story FILE WORDS...: a small article
story() { local file=$1; shift; mkdir -p "$(dirname "$file")"; printf '%s\n\n%s\n' "Story of $file" "$*" >"$file"; }

# stories FOLDER FROM TO WORDS...: several, each with its number in its text
stories() { local i; for i in $(seq "$2" "$3"); do story "$1/$i.txt" "${@:4} number$i"; done; }

# tick FOLDER: one more story, another one each time: a night without changes only copies the live generation
ticks=0
tick() { ticks=$((ticks + 1)); story "$1/tick.txt" "tick number $ticks"; }

# time_us COMMAND...: microseconds it takes; part_of US: as seconds, from nothing to a third longer than that. A build is
# killed by the clock of the machine it runs on, sanitized or not.
time_us() { local from; from=$(date +%s%N); "$@" >/dev/null 2>&1; echo $((($(date +%s%N) - from) / 1000)); }
part_of() { awk -v us="$1" -v share="$((1 + RANDOM % 130))" 'BEGIN { printf "%.4f", us * share / 1e8 }'; }

# The failpoints of a build in its order, from the program itself.
failpoints() { FINDINGS_FAULT=none findings-index list 2>&1 | sed -n 's/.*the points: \([^;]*\);.*/\1/p'; }

# stop_at POINT COMMAND...: runs the command in the background until it stops at that failpoint; its pid is $stopped.
# The command's output goes to out and err as with expect. With job control, wait returns when a process stops.
stop_at() {
    set -m
    FINDINGS_FAULT=$1:stop "${@:2}" >out 2>err &
    stopped=$!
    wait $stopped
    local status=$?
    set +m
    ((status == 128 + $(kill -l STOP))) || fail "$* never came to the failpoint $1: $(cat err)"
}

job_of() { jobs -l | sed -n "s/^\[\([0-9]*\)\][-+ ]* $1 .*/%\1/p"; }

# resume: the stopped command goes on to its end; returns its exit status. By its job, which the shell then knows to run.
resume() {
    set -m
    kill -CONT "$(job_of $stopped)"
    wait -f $stopped 2>/dev/null
    local status=$?
    set +m
    return $status
}

# fill_pipe FD: writes so much into a pipe that its reader must have read some of it; empty lines, which say nothing.
fill_pipe() { head -c 300000 /dev/zero | tr '\0' '\n' >&"$1" || fail "the pipe's reader ended"; }

# go_on STATUS: the stopped command goes on and must end so.
go_on() {
    resume
    local got=$?
    [ "$got" = "$1" ] || { cat out err; fail "exit $got after going on, expected $1"; }
}

# start_room ARGS...: a reading room; once it answers, its address is $room, its pid $server. What it says goes to messages,
# its access log to log.
start_room() {
    : >messages
    findings-serve "$@" >log 2>>messages &
    server=$!
    until room=$(sed -n 's#^findings-serve: \(http://[^ ]*\)/$#\1#p' messages) && [ -n "$room" ]; do
        kill -0 $server 2>/dev/null || fail "the server ended: $(cat messages)"
        sleep 0.02
    done
}

# stop_room: ends it; a reading room that is asked to end does so without an error.
stop_room() { kill -TERM $server; wait $server || fail "SIGTERM: exit $?"; }

# start_readers INDEX COUNT WORD: four readers that ask until the file `stop` is there. An answer must be whole: every story of it
# of one stamp (the word "generationN" of its text), COUNT of them; else reader N leaves badN.
start_readers() {
    rm -f stop bad* asked*
    local r
    for r in 1 2 3 4; do read_on "$r" "$@" & done
}
read_on() {
    local n=0 answer
    while [ ! -e stop ]; do
        answer=$(findings-search --index "$2" "$4" --format json --facets none --limit all 2>"reader$1.err") ||
            { { echo "status $?"; cat "reader$1.err"; } >"bad$1"; return; }
        [ "$(grep -o '"total":[0-9]*' <<<"$answer")" = "\"total\":$3" ] || { echo "not $3 stories: $answer" >"bad$1"; return; }
        [ "$(grep -o 'generation[0-9]\+' <<<"$answer" | sort -u | wc -l)" -le 1 ] || { echo "of two generations: $answer" >"bad$1"; return; }
        n=$((n + 1))
    done
    echo $n >"asked$1"
}
# Ends them; every one must have asked, and none may have failed.
stop_readers() {
    touch stop
    wait
    cat bad* 2>/dev/null && fail "a reader failed"
    local r
    for r in 1 2 3 4; do [ "$(cat "asked$r")" -gt 0 ] || fail "reader $r asked nothing"; done
    answers=$(awk '{ n += $1 } END { print n }' asked*)
}
