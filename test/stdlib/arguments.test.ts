import { describe, expect, test } from 'vitest';
import type { Confidence } from '../../src/model/finding.ts';
import { predicted } from './operations.ts';

/** A call, an event, and how sure it is in 3.13 on Linux; `undefined`: the arguments rule it out. */
type Case = readonly [call: string, event: string, confidence: Confidence | undefined];

const SETUP =
  'import bz2, gzip, io, logging, logging.handlers, lzma, os, shutil, socketserver, subprocess, sys, tarfile, tempfile, wave, zipfile\nf = open("f", "rb")';

const CASES: readonly Case[] = [
  ["zipfile.ZipFile('a')", 'open', 'high'],
  ["zipfile.ZipFile('a', 'w')", 'open', 'high'],
  ['zipfile.ZipFile(f)', 'open', undefined],
  ['zipfile.ZipFile(io.BytesIO())', 'open', undefined],
  ["gzip.open('a')", 'open', 'high'],
  ['gzip.open(f)', 'open', undefined],
  ['gzip.GzipFile(fileobj=f)', 'open', undefined],
  ["bz2.open('a')", 'open', 'high'],
  ['bz2.open(f)', 'open', undefined],
  ['lzma.open(io.BytesIO())', 'open', undefined],
  ['wave.open(f)', 'open', undefined],
  ["tarfile.open('a')", 'open', 'medium'],
  ['tarfile.open(fileobj=f)', 'open', undefined],
  ["tempfile.mkdtemp(dir='a')", 'os.remove', undefined],
  ["subprocess.run(['ls'])", 'subprocess.Popen', 'high'],
  ["subprocess.run('ls', shell=True)", 'subprocess.Popen', 'high'],
  ["subprocess.run(['ls'])", 'fcntl.fcntl', undefined],
  ["subprocess.Popen(['ls'], close_fds=False)", 'os.posix_spawn', 'medium'],
  ["subprocess.run(['ls'], stdout=subprocess.PIPE)", 'fcntl.fcntl', 'medium'],
  ["subprocess.check_output(['ls'])", 'fcntl.fcntl', 'medium'],
  ["shutil.copytree('a', 'b')", 'shutil.copyfile', 'medium'],
  ["shutil.copytree('a', 'b', copy_function=print)", 'shutil.copyfile', undefined],
  ['logging.basicConfig()', 'open', undefined],
  ["logging.basicConfig(filename='a')", 'open', 'medium'],
  ['logging.basicConfig(stream=sys.stdout)', 'open', undefined],
  ["logging.FileHandler('a', delay=True)", 'open', undefined],
  ["socketserver.TCPServer(('', 0), None)", 'socket.bind', 'medium'],
  ["socketserver.TCPServer(('', 0), None, bind_and_activate=False)", 'socket.bind', undefined],
];

describe('arguments of a call decide what it reaches in the library', () => {
  test.each(CASES)('%s: %s %s', (call, event, confidence) => {
    expect(predicted({ setup: SETUP, body: call, events: {} }, '3.13').get(event)?.confidence).toBe(
      confidence,
    );
  });

  test('3.8 to 3.11 spawn only where descriptors stay open', () => {
    const confidence = (call: string) =>
      predicted({ setup: SETUP, body: call, events: {} }, '3.11').get('os.posix_spawn')?.confidence;
    expect(confidence("subprocess.run(['ls'])")).toBeUndefined();
    expect(confidence("subprocess.Popen(['ls'], close_fds=False)")).toBe('medium');
  });
});
