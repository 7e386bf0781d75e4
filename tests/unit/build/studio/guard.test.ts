import { expect, test } from 'vitest';
import { refusal } from '../../../../src/build/studio/guard.ts';

const asked = (headers: Record<string, string> = {}, more = {}) => ({
  method: 'POST',
  headers: {
    host: 'localhost:4321',
    origin: 'http://localhost:4321',
    'content-type': 'application/json',
    'x-studio': 'secret',
    ...headers,
  },
  from: '::ffff:127.0.0.1',
  ...more,
});

test.each(['localhost:4321', '127.0.0.1:80', '[::1]:4321', 'film.localhost'])(
  'the studio’s own page is answered at %s',
  (host) => {
    expect(refusal(asked({ host, origin: `http://${host}` }), 'secret')).toBeUndefined();
  },
);

test.each([
  ['another method', asked({}, { method: 'GET' })],
  ['another machine', asked({}, { from: '192.168.1.7' })],
  ['nobody knows from where', asked({}, { from: undefined })],
  ['another site', asked({ origin: 'https://evil.example' })],
  ['another port', asked({ origin: 'http://localhost:8080' })],
  ['a frame without an origin', asked({ origin: 'null' })],
  ['no origin', asked({ origin: '' })],
  ['another name for this machine', asked({ host: 'evil.example', origin: 'http://evil.example' })],
  ['a form', asked({ 'content-type': 'text/plain' })],
  ['no token', asked({ 'x-studio': '' })],
  ['another token', asked({ 'x-studio': 'secreT' })],
])('%s is refused', (_, request) => {
  expect(refusal(request, 'secret')).toMatch(/\w/);
});

test('before there is a token nobody is answered', () => {
  expect(refusal(asked({ 'x-studio': '' }), '')).toMatch(/\w/);
});
