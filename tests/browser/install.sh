#!/bin/sh
# The browser tests need Chromium and a Japanese font. On Linux as root they are installed by apt;
# elsewhere this says in one sentence what to install.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium"
if command -v fc-list >/dev/null 2>&1; then
    fc-list ':lang=ja' 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk"
else
    missing="$missing fontconfig fonts-noto-cjk"
fi
[ -z "$missing" ] && exit 0

if [ "$(uname -s)" = "Linux" ] && [ "$(id -u)" = "0" ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    apt-get install -y -qq $missing >/dev/null
    exit 0
fi
echo "The browser tests need Chromium and a Japanese font: install$missing (Debian's names) and run make test again." >&2
exit 1
