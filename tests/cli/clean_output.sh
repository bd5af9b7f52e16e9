# Sourced: replaces in a file what changes from run to run: generation names, times, sizes and folders of the machine.
# What a machine's kernel cannot confine is a warning of every build there; it is left out.
# Requires: $work $SAMPLE $CORPORA $bin.
clean_output() {
    sed -E -e '/^warning: the program that reads files is not confined on this machine/d' -e "s#$work#WORK#g; s#$SAMPLE#SAMPLE#g; s#$CORPORA#CORPORA#g; s#$bin#BIN#g" \
        -e 's/[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}/GENERATION/g; s/"(elapsed_ms|elapsed_s|age_hours)": ?[0-9.e+-]+/"\1":0/g' \
        -e 's/"(peak_memory_bytes|index_bytes|peak_disk_bytes)": ?[0-9]+/"\1":0/g; s/20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z/TIME/g' \
        -e 's/(Findings, |\(since |new since )20[0-9]{2}-[0-9]{2}-[0-9]{2}/\1DAY/g' \
        -e 's/^commit ([0-9a-f]{12}|unknown)$/commit COMMIT/; s/^libxapian [0-9.]+$/libxapian VERSION/' \
        -e 's/[0-9.]+ s, [0-9]+ MB/N s, N MB/g; s/[0-9.]+ hours ago/N hours ago/; s/pid [0-9]+/pid N/; s/XXH128 [0-9a-f]{32}/XXH128 HASH/' "$1"
}
