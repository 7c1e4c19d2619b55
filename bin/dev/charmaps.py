#!/usr/bin/env python3
"""Writes src/discover/generated/charmaps.ts: CPython's encodings as the decoder needs them.

Run with the newest CPython at hand; `--check` fails where the file would change. Takes nothing but the interpreter's
own codecs: single-byte ones with an ASCII lower half as their upper halves, and every name CPython knows for any
text encoding.
"""
import codecs
import encodings
import encodings.aliases
import pathlib
import pkgutil
import sys

TARGET = pathlib.Path(__file__).parents[2] / 'src/discover/generated/charmaps.ts'
UNDEFINED = '�'


def names():
    """Canonical module name of each text encoding -> all its aliases."""
    modules = {m.name for m in pkgutil.iter_modules(encodings.__path__)} - {'aliases', 'mbcs', 'oem'}
    found = {}
    for module in sorted(modules):
        try:
            info = codecs.lookup(module)
        except LookupError:
            continue
        if info._is_text_encoding:
            found[module] = {module} | {a for a, m in encodings.aliases.aliases.items() if m == module}
    return found


def upper_half(name):
    """The characters of bytes 0x80 to 0xff, or None for an encoding of another kind."""
    try:
        if bytes(range(128)).decode(name) != ''.join(map(chr, range(128))):
            return None
        out = ''
        for byte in range(128, 256):
            try:
                char = bytes([byte]).decode(name)
            except UnicodeDecodeError:
                char = UNDEFINED
            if len(char) != 1:
                return None
            out += char
    except Exception:
        return None
    # A multi-byte encoding decodes some byte only with its followers.
    return None if codecs.lookup(name).name in MULTIBYTE or set(out) == {UNDEFINED} else out


MULTIBYTE = {'utf-8', 'utf-8-sig', 'utf-7', 'gbk', 'gb2312', 'gb18030', 'big5', 'big5hkscs', 'cp932', 'cp949',
             'cp950', 'euc_jp', 'euc_jis_2004', 'euc_jisx0213', 'euc_kr', 'johab', 'shift_jis', 'shift_jis_2004',
             'shift_jisx0213', 'unicode_escape', 'unicode-escape', 'raw_unicode_escape', 'raw-unicode-escape', 'ascii'}


def quoted(text):
    return "'" + ''.join(c if c.isalnum() and c.isprintable() else '\\u%04x' % ord(c) for c in text) + "'"


def main():
    lines = ['// Made by bin/dev/charmaps.py from CPython %d.%d; not to be edited.' % sys.version_info[:2], '',
             '/** Every name CPython knows for a text encoding (lower case, `_`) -> its codec. */',
             'export const CODEC_NAMES: Readonly<Record<string, string>> = {']
    known = names()
    codecs_by_name = {alias: module for module, aliases in known.items() for alias in aliases}
    lines += ["  '%s': '%s'," % pair for pair in sorted(codecs_by_name.items())]
    lines += ['};', '', '/** Codec -> the characters of bytes 0x80 to 0xff; U+FFFD where there is none. */',
              'export const UPPER_HALVES: Readonly<Record<string, string>> = {']
    for module in known:
        half = upper_half(module)
        if half:
            lines.append("  '%s': %s," % (module, quoted(half)))
    text = '\n'.join(lines + ['};', ''])
    if '--check' in sys.argv:
        return int(not TARGET.exists() or TARGET.read_text(encoding='utf-8') != text)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
