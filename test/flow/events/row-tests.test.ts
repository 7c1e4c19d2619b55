import { describe, expect, test } from 'vitest';
import { parseTargets } from '../../../src/model/targets.ts';
import { findingsOf } from '../programs.ts';

/** Confidence of an event in the last line of a program; undefined: it is not raised there. */
function confidence(text: string, event: string, targets = '3.13/linux'): string | undefined {
  const last = text.trimEnd().split('\n').length;
  return findingsOf({ 'm.py': text }, parseTargets(targets)).find(
    (finding) => finding.line === last && finding.event === event,
  )?.confidence;
}

describe('arguments decide what a library function reaches', () => {
  const ftp = (call: string) => confidence(`import ftplib\n${call}\n`, 'ftplib.connect');

  test('without a host nothing connects', () => {
    expect(ftp('ftplib.FTP()')).toBeUndefined();
    expect(ftp("ftplib.FTP('')")).toBeUndefined();
    expect(ftp("ftplib.FTP(user='me')")).toBeUndefined();
    expect(ftp("ftplib.FTP('host')")).toBe('high');
    expect(ftp("ftplib.FTP(host='host')")).toBe('high');
  });

  test('values that are no constants decide nothing', () => {
    expect(ftp('def f(h): ftplib.FTP(h)')).toBe('medium');
    expect(ftp('def f(args): ftplib.FTP(*args)')).toBe('medium');
    expect(ftp('def f(options): ftplib.FTP(**options)')).toBe('medium');
  });

  test('nor do arguments of something else', () => {
    expect(ftp('class C(ftplib.FTP):\n    def __init__(self): ftplib.FTP.__init__(self)')).toBe('medium');
    expect(ftp("list(map(ftplib.FTP, ['host']))")).toBe('medium');
    expect(ftp("import functools\nfunctools.partial(ftplib.FTP, 'host')()")).toBe('medium');
  });

  test('links are made where they are asked for', () => {
    const copied = (rest: string) =>
      confidence(`import shutil\nshutil.copytree('a', 'b'${rest})\n`, 'os.symlink');
    expect(copied('')).toBeUndefined();
    expect(copied(', False')).toBeUndefined();
    expect(copied(', symlinks=True')).toBe('medium');
  });

  test('defaults hold for what a call leaves out', () => {
    const mail = (call: string) => confidence(`import smtplib\n${call}\n`, 'smtplib.connect');
    expect(mail('smtplib.SMTP()')).toBeUndefined();
    expect(mail("smtplib.SMTP('host', 25)")).toBe('high');
  });

  test('keywords that methods hand on decide further in', () => {
    const run = (rest: string) =>
      confidence(`import subprocess\nsubprocess.run(['ls']${rest})\n`, 'fcntl.fcntl');
    expect(run('')).toBeUndefined();
    expect(run(', stdout=subprocess.PIPE')).toBe('medium');
  });
});
