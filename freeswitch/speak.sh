#!/bin/sh
# The voice of mod_tts_commandline (autoload_configs/tts_commandline.conf.xml): speaks each text once with each voice, and keeps it for a week.
#
#   speak.sh FOLDER COMMAND VOICE TEXT FILE
#
# COMMAND is the program that speaks, words between spaces; {voice}, {text} and {file} are replaced, and the text stands on its input, too.
# TEXT is what to say; or web3tel- and, in base64 with - and _ for + and /, a voice, the end of a line and what to say: nothing in that means
# anything to FreeSWITCH or to a shell. FILE is what to write; where it is -, the sound is only kept, and its path is told.
# It needs base64, sha256sum and timeout, which every Linux has.
set -efu
umask 077
folder=$1 command=$2 voice=$3 text=$4 file=$5
newline='
'

case $text in
web3tel-*)
    said=$(printf '%s' "${text#web3tel-}" | tr -- '-_' '+/' | base64 -d)
    voice=${said%%"$newline"*}
    text=${said#*"$newline"}
    ;;
esac

# What begins with a dash would be an option, such as the name of another file to write.
case $text in -*) text=" $text" ;; esac
case $voice in -*) voice=default ;; esac

kept=$folder/$(printf '%s\n' "$command" "$voice" "$text" | sha256sum | cut -c 1-32).wav
if [ ! -s "$kept" ]; then
    mkdir -p "$folder"
    # Names of callers are among them. It is told, and no more, where another takes one away meanwhile.
    find "$folder" -name '*.wav' -mtime +6 -exec rm -f {} + || :
    part=${kept%.wav}.$$.part.wav
    trap 'rm -f "$part"' EXIT
    set --
    for word in $command; do
        case $word in
        '{voice}') word=$voice ;;
        '{text}') word=$text ;;
        '{file}') word=$part ;;
        esac
        set -- "$@" "$word"
    done

    # The caller waits, and hears nothing meanwhile.
    printf '%s\n' "$text" | timeout 10 "$@" > /dev/null
    [ -s "$part" ] || { echo "$1 wrote no sound." >&2; exit 1; }
    # Two may have spoken it at once: either is whole.
    mv -f "$part" "$kept"
fi

case $file in
-) printf '%s\n' "$kept" ;;
*) ln -f "$kept" "$file" 2> /dev/null || cp "$kept" "$file" ;;
esac
