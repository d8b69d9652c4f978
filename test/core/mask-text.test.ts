import { expect, test } from 'vitest'
import { maskText } from '../../src/core/mask-text.ts'

test.each([
  ['a mobile', 'no field "10012345678" here', 'no field "100****5678" here'],
  ['a mobile of a sentence end', 'No.10012345678.', 'No.100****5678.'],
  ['a mobile with its country', 'of +86-10012345678, twice', 'of 100****5678, twice'],
  ['a mobile with its country in a URL', '?m=%2B8610012345678', '?m=***'],
  ['a mobile in groups', '100 1234 5678 or 100-1234-5678', '100****5678 or 100****5678'],
  ['a mobile from abroad', 'call +65-91234567', 'call ***'],
  ['a mail', '"lilei@example.com"', '"l***@example.com"'],
  ['a mail in a URL', 'q=lilei%40example.com&', 'q=l***@example.com&'],
  ['a mail without a dot in its host', 'lilei@localhost is', 'l***@localhost is'],
  ['a secret key', 'AGE-SECRET-KEY-1QQPZRY9X8 (line 2)', '*** (line 2)'],
  ['a secret key in small letters', 'age-secret-key-1qqpzry9x8', '***'],
  ['a token in a query', 'GET /topapi/v2/user?access_token=abc123&x=1', 'GET /topapi/v2/user?access_token=***&x=1'],
  ['a secret in JSON', '{"appSecret": "a\\"b", "x": 1}', '{"appSecret": "***", "x": 1}'],
  ['a JSON that ends in a secret', '{"accessToken":"abc', '{"accessToken":"***'],
])('%s is masked', (_, text, masked) => expect(maskText(text)).toBe(masked))

test.each([
  'an id of 123456789 or 1763740800000',
  'file:///srv/node_modules/@noble/curves/x.js:12:34',
  'at 2026-11-21T16:00:00.000Z',
  'sha256:0123456789abcdef10012345678901234567890123456789012345678901234567',
  'DINGTALK_CLIENT_SECRET: not set',
  'the value 1.5 of 10',
])('%s stays as it is', (text) => expect(maskText(text)).toBe(text))
