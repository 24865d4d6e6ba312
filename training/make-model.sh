#!/bin/sh
# Train, quantise, measure and document the language model. See training/README.md.
set -eu
if [ $# -ne 3 ] && [ $# -ne 5 ]; then
    echo "usage: sh training/make-model.sh CORPORA PRETRAINED OUT [POLNEAR_TRAIN POLNEAR_DEV]" >&2
    exit 2
fi
corpora=$1 pretrained=$2 out=$3 polnear=${4:-} polnear_dev=${5:-}
python=${PYTHON:-python3}
model=$out/model

set --
[ -f "$out/checkpoint.pt" ] && set -- --resume
if [ -n "$polnear" ]; then set -- "$@" --polnear "$polnear"; else set -- "$@" --without-polnear; fi
# Several options in one variable: split on purpose.
# shellcheck disable=SC2086
"$python" -m training.train "$corpora" "$pretrained" "$out" "$@" ${TRAINING_OPTIONS:-}

"$python" -m training.quantise "$out/checkpoint.pt" "$pretrained" "$corpora" "$model"
"$python" -m training.quantise "$out/checkpoint.pt" "$pretrained" "$corpora" "$model-float32" --float

set -- --float "$model-float32"
[ -n "${PEER:-}" ] && set -- "$@" --peer "$PEER"
[ -n "$polnear_dev" ] && set -- "$@" --polnear-dev "$polnear_dev"
"$python" -m training.evaluate "$model" "$corpora" "$@" --out "$out/scores.json"

set --
[ -n "$polnear" ] && set -- --polnear "$polnear"
"$python" -m training.card "$model" "$out/checkpoint.pt" "$corpora" "$pretrained" "$out/scores.json" "$@"
