import type { ClientOptions } from './client.ts'

/** A variable that is missing or cannot be used. It names the variable and never repeats a credential. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  readonly variable: string
  readonly hint: string
  /** It is not set, rather than set to something unusable. */
  readonly missing: boolean

  constructor(variable: string, message: string, hint: string, missing = false) {
    super(`${variable}: ${message}`)
    this.variable = variable
    this.hint = hint
    this.missing = missing
  }
}

type Environment = { readonly [name: string]: string | undefined }

/**
 * How to reach DingTalk and as whom, from the environment: `DINGTALK_CLIENT_ID`,
 * `DINGTALK_CLIENT_SECRET`, `DINGTALK_OAPI_URL`, `DINGTALK_API_URL`, `DINGTALK_USER_TOKEN` and `ROLLBOOK_RATE`.
 *
 * @throws EnvironmentError for the first variable that is missing or cannot be used.
 */
export function clientOptionsFromEnvironment(env: Environment): ClientOptions {
  const read = readEnvironment(env)
  if ('options' in read) return read.options
  throw read.errors[0]
}

/** The same with everything that is wrong at once, and nothing thrown. */
export function readEnvironment(
  env: Environment,
): { readonly options: ClientOptions } | { readonly errors: readonly EnvironmentError[] } {
  const errors: EnvironmentError[] = []
  const kept = <T>(reader: () => T): T | undefined => {
    try {
      return reader()
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error
      errors.push(error)
      return undefined
    }
  }
  const clientId = kept(() => credential(env, 'DINGTALK_CLIENT_ID'))
  const clientSecret = kept(() => credential(env, 'DINGTALK_CLIENT_SECRET'))
  const oapiUrl = kept(() => baseUrl(env, 'DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com'))
  const apiUrl = kept(() => baseUrl(env, 'DINGTALK_API_URL', 'https://api.dingtalk.com'))
  const rate = kept(() => rateOf(env))
  const userToken = env['DINGTALK_USER_TOKEN']?.trim()
  if (errors.length > 0 || !clientId || !clientSecret || !oapiUrl || !apiUrl) return { errors }
  return {
    options: {
      clientId,
      clientSecret,
      oapiUrl,
      apiUrl,
      ...(rate === undefined ? {} : { rate }),
      ...(userToken ? { userToken } : {}),
    },
  }
}

function credential(env: Environment, name: string): string {
  const value = env[name]?.trim()
  if (value) return value
  const hint = `set ${name}; the app's page in DingTalk's developer console shows it (open-dev.dingtalk.com, 凭证与基础信息)`
  throw new EnvironmentError(name, 'not set', hint, true)
}

function rateOf(env: Environment): number | undefined {
  const text = env['ROLLBOOK_RATE']?.trim()
  if (!text) return undefined
  const rate = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && rate > 0 && rate <= 10_000) return rate
  const hint = 'give the calls per second for each API as a number above 0, such as 15'
  throw new EnvironmentError('ROLLBOOK_RATE', 'not a usable number', hint)
}

/**
 * For how many milliseconds reads may lag behind writes, from `ROLLBOOK_READ_LAG`; undefined where nothing is said.
 *
 * @throws EnvironmentError for anything but a whole number from 0 to 60000.
 */
export function readLagFromEnvironment(env: Environment): number | undefined {
  const text = env['ROLLBOOK_READ_LAG']?.trim()
  if (!text) return undefined
  if (/^\d{1,5}$/.test(text) && Number(text) <= 60_000) return Number(text)
  const hint = 'give milliseconds from 0 to 60000, such as 5000'
  throw new EnvironmentError('ROLLBOOK_READ_LAG', 'not a usable number', hint)
}

/**
 * The secrets of an HTTP subscription, from `DINGTALK_CALLBACK_TOKEN` and `DINGTALK_CALLBACK_AES_KEY`.
 *
 * @throws EnvironmentError for the first variable that is missing or cannot be used.
 */
export function callbackSecretsFromEnvironment(env: Environment): { readonly token: string; readonly aesKey: string } {
  const read = (name: string, pattern: RegExp, what: string) => {
    const value = env[name]?.trim()
    const hint = `set ${name} to ${what}, as the app's page in DingTalk's developer console shows it (事件订阅, HTTP 推送)`
    if (!value) throw new EnvironmentError(name, 'not set', hint, true)
    if (!pattern.test(value)) throw new EnvironmentError(name, `not ${what}`, hint)
    return value
  }
  // The documents give two lengths for the token; this is what both of them together allow.
  const token = read('DINGTALK_CALLBACK_TOKEN', /^[A-Za-z0-9]{3,63}$/, 'a token of 3 to 63 letters and digits')
  const aesKey = read('DINGTALK_CALLBACK_AES_KEY', /^[A-Za-z0-9]{43}$/, 'a key of 43 letters and digits')
  return { token, aesKey }
}

/** The token goes to this address, so it must be encrypted, or stay on this machine. */
function baseUrl(env: Environment, name: string, standard: string): string {
  const text = env[name]?.trim() || standard
  const url = URL.canParse(text) ? new URL(text) : undefined
  const hint = `give a URL such as ${standard}`
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new EnvironmentError(name, 'not a URL', hint)
  // The parser takes white space out of a URL, and forgets an empty query or fragment that would swallow every path.
  if (/[\s\p{Cc}]/u.test(text)) throw new EnvironmentError(name, 'not a URL', hint)
  if (url.username || url.password || /[?#@]/.test(text))
    throw new EnvironmentError(name, 'a base URL has no user, query or fragment', hint)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new EnvironmentError(name, 'http is allowed for this machine only', hint)
  return url.href.replace(/(?<!\/)\/+$/, '')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
