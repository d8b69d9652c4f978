import { ApiError, refuse } from './errors.ts'
import type { Handlers } from './handler.ts'
import type { State } from './state.ts'
import { TOKEN_SECONDS } from './tokens.ts'

/** Tokens by the three calls that give them, and what the app may see. */
export const auth = {
  getToken(state, { appkey, appsecret }) {
    if (!knows(state, appkey, appsecret)) refuse(40089)
    return { access_token: state.tokens.give(), expires_in: TOKEN_SECONDS }
  },

  getAppAccessToken(state, { appKey, appSecret }) {
    if (!knows(state, appKey, appSecret)) throw new ApiError(400, 'invalidClientIdOrSecret')
    return { accessToken: state.tokens.give(), expireIn: TOKEN_SECONDS }
  },

  getCorpToken(state, { corpId, client_id, client_secret, grant_type }) {
    if (grant_type !== 'client_credentials') throw new ApiError(400, 'unsupported.grant.type')
    if (!knows(state, client_id, client_secret)) throw new ApiError(400, 'invalid.client')
    if (corpId !== state.corp) throw new ApiError(401, 'unauthorized.client')
    return { access_token: state.tokens.give(), expires_in: TOKEN_SECONDS }
  },

  getAuthScopes(state) {
    return {
      auth_org_scopes: { authed_dept: [...state.scope.departments], authed_user: [...state.scope.users] },
      auth_user_field: readableFields(state),
      condition_field: [],
    }
  },
} satisfies Handlers

/** Fields of people, as the first version of the API called them; those behind a field permission only with it. */
function readableFields({ missingPermissions }: State): string[] {
  return [
    ...['name', 'department', 'position', 'userid', 'jobnumber', 'isLeader', 'avatar'],
    ...(missingPermissions.has('employee mobile number') ? [] : ['mobile']),
    ...(missingPermissions.has('mail and other profile information') ? [] : ['email', 'workPlace', 'remark']),
  ]
}

/** Whether id and secret are those of the app. */
export function knows(state: State, clientId: string, clientSecret: string): boolean {
  return clientId === state.clientId && clientSecret === state.clientSecret
}
