import type { Language } from '../words.ts'

/** What happened on the way to DingTalk or back, and what to type next. */
export interface AnswerWords {
  readonly what: string
  readonly next: string
}

type Both = { readonly [language in Language]: AnswerWords }

const gateway: Both = {
  zh: { what: '钉钉的服务暂时不可用', next: '稍后再运行一次；已完成的不会重复' },
  en: {
    what: 'DingTalk’s service is unavailable for the moment',
    next: 'run it again in a while; what was done is not done twice',
  },
}

/**
 * Codes that the client gives to answers, and to silence, for which DingTalk has no code of its own. None of them is a
 * refusal by DingTalk: mostly it was never reached, or somebody else answered.
 */
export const answers: { readonly [code: string]: Both } = {
  timeout: {
    zh: { what: '钉钉没有在规定时间内回应', next: '稍后再运行一次；反复出现的话，检查网络和代理' },
    en: {
      what: 'DingTalk did not answer in time',
      next: 'run it again in a while; if it keeps happening, check the network and the proxy',
    },
  },
  'connection-lost': {
    zh: { what: '还没收到钉钉的回应，连接就断了', next: '稍后再运行一次；反复出现的话，检查网络和代理' },
    en: {
      what: 'The connection broke before DingTalk answered',
      next: 'run it again in a while; if it keeps happening, check the network and the proxy',
    },
  },
  'not-connected': {
    zh: {
      what: '没有连上钉钉',
      next: '检查网络和代理，再看环境变量 DINGTALK_OAPI_URL 和 DINGTALK_API_URL：连真正的钉钉时不用设置；连 rollbook emulate 时，看它是不是还在运行',
    },
    en: {
      what: 'DingTalk could not be reached',
      next: 'check the network and the proxy, then DINGTALK_OAPI_URL and DINGTALK_API_URL: leave both unset for the real DingTalk; with rollbook emulate, see whether it is still running',
    },
  },
  'not-http': {
    zh: {
      what: '对方有回应，但不像是钉钉：内容无法识别',
      next: '检查 DINGTALK_OAPI_URL 和 DINGTALK_API_URL 是不是钉钉的地址，再检查代理',
    },
    en: {
      what: 'Something answered that does not look like DingTalk: it cannot be understood',
      next: 'check that DINGTALK_OAPI_URL and DINGTALK_API_URL are addresses of DingTalk, then the proxy',
    },
  },
  'not-json': {
    zh: {
      what: '对方有回应，但不像是钉钉：可能是代理、网关或登录页面在回应',
      next: '检查 DINGTALK_OAPI_URL 和 DINGTALK_API_URL 是不是钉钉的地址，再检查代理；都没有问题的话，稍后再运行一次',
    },
    en: {
      what: 'Something answered that does not look like DingTalk: perhaps a proxy, a gateway or a sign-in page',
      next: 'check that DINGTALK_OAPI_URL and DINGTALK_API_URL are addresses of DingTalk, then the proxy; if both are right, run it again in a while',
    },
  },
  redirected: {
    zh: {
      what: '对方要求改连别的地址，Rollbook 没有跟过去',
      next: '检查 DINGTALK_OAPI_URL 和 DINGTALK_API_URL：要写 https:// 开头的完整地址；再检查代理',
    },
    en: {
      what: 'The answer points to another address, which Rollbook does not follow',
      next: 'check DINGTALK_OAPI_URL and DINGTALK_API_URL: both are whole addresses that begin with https://; then the proxy',
    },
  },
  'ip-blocked': {
    zh: {
      what: '调用太多，钉钉暂时封禁了这里的网络出口',
      next: '等五分钟再运行；同一出口的其他程序也计算在内。仍然出现的话，把 ROLLBOOK_RATE 调低',
    },
    en: {
      what: 'DingTalk blocks this network address for a while, after too many calls',
      next: 'wait five minutes and run it again; others behind the same address count too. If it comes back, lower ROLLBOOK_RATE',
    },
  },
  'unexpected-answer': {
    zh: {
      what: '回应和钉钉的接口文档不一致，没有采用',
      next: '检查 DINGTALK_OAPI_URL 和 DINGTALK_API_URL 是不是钉钉的地址；是的话，把这段输出发给 Rollbook 的维护者',
    },
    en: {
      what: 'The answer is not what DingTalk documents, so it was not used',
      next: 'check that DINGTALK_OAPI_URL and DINGTALK_API_URL are addresses of DingTalk; if they are, send this output to the maintainers of Rollbook',
    },
  },
  'http-502': gateway,
  'http-503': gateway,
  'http-504': gateway,
}

/** The words about such a code; undefined for a code of DingTalk. */
export function answerWords(code: string, language: Language): AnswerWords | undefined {
  return Object.hasOwn(answers, code) ? answers[code]?.[language] : undefined
}
