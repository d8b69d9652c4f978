import type { Language } from '../words.ts'

/** Codes that the client gives to answers, and to silence, for which DingTalk has no code of its own. */
export const answerMeanings: { readonly [code: string]: { readonly [language in Language]: string } } = {
  timeout: { zh: '超时没有收到回应', en: 'no answer came in time' },
  'connection-lost': { zh: '收到回应之前连接断开', en: 'the connection ended before the answer came' },
  'not-connected': {
    zh: '连接不上，请检查网络、代理和接口地址',
    en: 'could not connect; check the network, the proxy and the base URL',
  },
  'not-http': { zh: '回应的内容无法识别', en: 'the answer could not be understood' },
  'unexpected-answer': { zh: '回应的内容和接口文档不一致', en: 'the answer has not the shape that DingTalk documents' },
  'not-json': {
    zh: '回应不是 JSON，可能来自代理或网关',
    en: 'the answer is not JSON; a proxy or gateway may have written it',
  },
  redirected: {
    zh: '被重定向；请检查接口地址和代理',
    en: 'the answer was a redirect; check the base URL and the proxy',
  },
  'ip-blocked': {
    zh: '调用太多，钉钉暂时封禁了这个网络出口；等五分钟再试，同一出口的其他程序也会计入',
    en: 'DingTalk blocks this network address for too many calls; others behind the same address count too',
  },
  'http-502': { zh: '网关没有连上后端服务', en: 'the gateway did not reach the service' },
  'http-503': { zh: '网关没有连上后端服务', en: 'the gateway did not reach the service' },
  'http-504': { zh: '网关等待后端服务超时', en: 'the gateway waited for the service in vain' },
}
