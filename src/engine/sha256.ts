import * as crypto from 'node:crypto';

/** The hex SHA-256 of a text's UTF-8 bytes. `hash` is twice as quick for short texts; Node has it from 20.12. */
export const sha256 = (text: string): string =>
  crypto.hash === undefined
    ? crypto.createHash('sha256').update(text).digest('hex')
    : crypto.hash('sha256', text);
