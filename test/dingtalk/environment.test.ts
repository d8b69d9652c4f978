import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { clientOptionsFromEnvironment, EnvironmentError } from '../../src/dingtalk/environment.ts'
import { fingerprinter } from '../../src/dingtalk/fingerprint.ts'

const credentials = { DINGTALK_CLIENT_ID: 'synthetic-id', DINGTALK_CLIENT_SECRET: 'synthetic-secret' }

function refusal(env: { [name: string]: string }): EnvironmentError {
  try {
    clientOptionsFromEnvironment(env)
  } catch (error) {
    if (error instanceof EnvironmentError) return error
  }
  throw new Error('was not refused')
}

test('credentials alone reach DingTalk itself', () => {
  expect(clientOptionsFromEnvironment(credentials)).toEqual({
    clientId: 'synthetic-id',
    clientSecret: 'synthetic-secret',
    oapiUrl: 'https://oapi.dingtalk.com',
    apiUrl: 'https://api.dingtalk.com',
  })
})

test('base URLs and rate are taken over, http for this machine only', () => {
  for (const url of ['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:2', 'https://oapi.dingtalk.io'])
    expect(
      clientOptionsFromEnvironment({ ...credentials, DINGTALK_OAPI_URL: `${url}/`, ROLLBOOK_RATE: '7.5' }),
    ).toMatchObject({
      oapiUrl: url,
      rate: 7.5,
    })
})

test.each([
  ['HTTPS://OAPI.DINGTALK.COM', 'https://oapi.dingtalk.com'],
  ['HTTP://LOCALHOST:8080', 'http://localhost:8080'],
  ['http://127.1:8080', 'http://127.0.0.1:8080'],
  ['http://2130706433:8080', 'http://127.0.0.1:8080'],
  ['http://127.0.0.1.:8080', 'http://127.0.0.1:8080'],
  ['http://[0:0:0:0:0:0:0:1]:80/', 'http://[::1]'],
  ['https://oapi.dingtalk.com.', 'https://oapi.dingtalk.com.'],
  ['https://gateway.example.com/dingtalk//', 'https://gateway.example.com/dingtalk'],
  ['  https://oapi.dingtalk.com/  ', 'https://oapi.dingtalk.com'],
])('the base URL %s means %s', (text, meant) => {
  expect(clientOptionsFromEnvironment({ ...credentials, DINGTALK_OAPI_URL: text }).oapiUrl).toBe(meant)
})

test('a missing credential names its variable and where to find it', () => {
  const error = refusal({ DINGTALK_CLIENT_ID: 'x', DINGTALK_CLIENT_SECRET: ' ' })
  expect(error.message).toBe('DINGTALK_CLIENT_SECRET: not set')
  expect(error.hint).toContain('DINGTALK_CLIENT_SECRET')
})

test.each([
  ['DINGTALK_API_URL', 'oapi.dingtalk.com'],
  ['DINGTALK_API_URL', 'ftp://oapi.dingtalk.com'],
  ['DINGTALK_API_URL', 'http://oapi.dingtalk.com'],
  ['DINGTALK_OAPI_URL', 'http://127.0.0.1.example.com'],
  ['DINGTALK_OAPI_URL', 'https://user:pass@oapi.dingtalk.com'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com/?x=1'],
  ['DINGTALK_OAPI_URL', 'file:///etc/passwd'],
  ['DINGTALK_OAPI_URL', 'javascript:alert(1)'],
  ['DINGTALK_OAPI_URL', 'https://'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com?'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com#'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com#x'],
  ['DINGTALK_OAPI_URL', 'https://@oapi.dingtalk.com'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com@evil.example'],
  ['DINGTALK_OAPI_URL', 'https://oapi.ding\ntalk.com'],
  ['DINGTALK_OAPI_URL', 'https://oapi.ding\ttalk.com'],
  ['DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com:99999'],
  ['DINGTALK_OAPI_URL', 'http://0.0.0.0:8080'],
  ['DINGTALK_OAPI_URL', 'http://localhost.evil.example'],
  ['DINGTALK_OAPI_URL', 'http://localhost.'],
  ['DINGTALK_OAPI_URL', 'http://[::]:80'],
  ['DINGTALK_OAPI_URL', 'http://[::ffff:10.0.0.1]:80'],
  ['DINGTALK_OAPI_URL', 'http://[::2]'],
  ['DINGTALK_OAPI_URL', 'HTTP://OAPI.DINGTALK.COM'],
  ['ROLLBOOK_RATE', '0'],
  ['ROLLBOOK_RATE', '-1'],
  ['ROLLBOOK_RATE', 'fast'],
  ['ROLLBOOK_RATE', 'Infinity'],
])('%s=%s is refused by name', (name, value) => {
  const error = refusal({ ...credentials, [name]: value })
  expect(error.variable).toBe(name)
  expect(inspect(error)).not.toContain('synthetic-secret')
})

test('a fingerprint is stable, short, and differs by value, context and secret', () => {
  const fingerprint = fingerprinter('synthetic-secret')
  const one = fingerprint('user.init_password', 'value')
  expect(one).toMatch(/^[\w-]{22}$/)
  expect(fingerprinter('synthetic-secret')('user.init_password', 'value')).toBe(one)
  const others = [
    fingerprint('user.init_password', 'valuf'),
    fingerprint('user.email', 'value'),
    fingerprinter('x')('user.init_password', 'value'),
  ]
  expect(new Set([one, ...others]).size).toBe(4)
  expect(fingerprint('a', 'bc')).not.toBe(fingerprint('ab', 'c'))
})
