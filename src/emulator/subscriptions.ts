import { knows } from './auth.ts'
import { ApiError, refuse } from './errors.ts'
import { eventTypes } from './events/event.ts'
import type { Answer, Handlers } from './handler.ts'
import type { Request } from './request.ts'
import type { State } from './state.ts'

/** How an app gets its events: a ticket for a Stream connection, or a URL that they are pushed to. */
export const subscriptions = {
  openStreamConnection(state, { clientId, clientSecret, subscriptions }) {
    if (!knows(state, clientId, clientSecret)) throw new ApiError(401, 'authFailed')
    for (const { type, topic } of subscriptions) {
      // Which code DingTalk has for it is not known.
      const known = type === 'EVENT' ? topic === '*' : type === 'CALLBACK' && topic !== ''
      if (!known) throw new ApiError(400, 'MissingParameter', 'a subscription is EVENT with topic *, or CALLBACK')
    }
    const events = subscriptions.some(({ type }) => type === 'EVENT')
    return { endpoint: state.streamUrl, ticket: state.tickets.give(events) }
  },

  async registerCallback(state, request) {
    if (state.push.callback !== undefined) refuse(71006)
    return registered(state, request)
  },

  async updateCallback(state, request) {
    if (state.push.callback === undefined) refuse(71007)
    return registered(state, request)
  },

  getCallback(state) {
    const { tags, token, aesKey, url } = state.push.callback ?? refuse(71007)
    return { call_back_tag: [...(tags ?? eventTypes)], token, aes_key: aesKey, url }
  },

  deleteCallback(state) {
    if (state.push.callback === undefined) refuse(71007)
    state.push.callback = undefined
    return {}
  },

  listFailedPushEvents(state) {
    return state.push.failed.read(state.corp, state.switches)
  },
} satisfies Handlers

/** Nothing is kept before the URL has answered check_url. The messages belong to the company, not to the app. */
async function registered(state: State, request: Request<'registerCallback'>): Promise<Answer> {
  const { call_back_tag: tags, token, aes_key: aesKey, url } = request
  if (tags.some((tag) => !eventTypes.has(tag))) refuse(71008)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) refuse(71011)
  if (state.push.hosts !== null && !state.push.hosts.includes(new URL(url).hostname)) refuse(71013)
  const callback = { url, token, aesKey, owner: state.corp, tags }
  const unfit = await state.push.check(callback)
  if (unfit !== undefined) refuse(unfit)
  state.push.callback = callback
  return {}
}
