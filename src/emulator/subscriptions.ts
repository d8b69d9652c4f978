import { knows } from './auth.ts'
import { ApiError } from './errors.ts'
import type { Handlers } from './handler.ts'

/** How an app gets its events: a ticket for a Stream connection. */
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
} satisfies Handlers
