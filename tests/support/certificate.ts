import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A certificate that a local server presents under real host names. */
export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly key: string;
  /** Base64 SHA-256 of the public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  readonly spkiHash: string;
}

const DAY_MS = 86_400_000;
const VALID_DAYS = 90;

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  subjectAltName: '2.5.29.17',
} as const;

/**
 * A fresh self-signed certificate (EC P-256, X.509 version 3) for host names and IPv4 addresses, written with
 * node:crypto alone: it needs neither a package nor openssl on the machine. Valid from yesterday for 90 days.
 */
export function createCertificate(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(objectId(OID.ecdsaWithSha256));
  const name = sequence(set(sequence(objectId(OID.commonName), utf8('Margin Notes tests'))));
  const now = Date.now();
  const body = sequence(
    explicit(0, integer([2])),
    integer(createSerial()),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + VALID_DAYS * DAY_MS)),
    name,
    publicKeyInfo,
    explicit(
      3,
      sequence(
        extension(OID.basicConstraints, true, sequence(boolean(true))),
        // digitalSignature and keyCertSign: it is the server's certificate and its own root.
        extension(OID.keyUsage, true, tagged(0x03, Buffer.from([2, 0x84]))),
        extension(OID.extendedKeyUsage, false, sequence(objectId(OID.serverAuth))),
        extension(OID.subjectAltName, false, sequence(...hosts.map(toAltName))),
      ),
    ),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  return {
    certificate: toPem(sequence(body, algorithm, bitString(signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    spkiHash: createHash('sha256').update(publicKeyInfo).digest('base64'),
  };
}

/** Positive and of full length whatever the random bytes are. */
function createSerial(): Buffer {
  const serial = randomBytes(12);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function toAltName(host: string): Buffer {
  const isIpv4 = /^\d+(\.\d+){3}$/.test(host);
  return isIpv4 ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  const parts = critical ? [objectId(id), boolean(true)] : [objectId(id)];
  return sequence(...parts, tagged(0x04, value));
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

// DER: every value is a tag, a length and a content.

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), toLength(content.length), content]);
}

function toLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  if (length < 0x100) return Buffer.from([0x81, length]);
  return Buffer.from([0x82, length >> 8, length & 0xff]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function set(...parts: readonly Buffer[]): Buffer {
  return tagged(0x31, ...parts);
}

function explicit(index: number, part: Buffer): Buffer {
  return tagged(0xa0 + index, part);
}

function integer(bytes: Buffer | readonly number[]): Buffer {
  return tagged(0x02, Buffer.from(bytes));
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]));
}

function bitString(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), bytes);
}

function utf8(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text));
}

/** GeneralizedTime, as in `20261122130500Z`. */
function time(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return tagged(0x18, Buffer.from(`${digits}Z`));
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const value of rest) bytes.push(...toBase128(value));
  return tagged(0x06, Buffer.from(bytes));
}

/** Seven bits a byte, the highest first; all but the last carry the continuation bit. */
function toBase128(value: number): readonly number[] {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}
