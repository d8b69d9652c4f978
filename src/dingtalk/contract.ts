// Generated from schema/dingtalk/*.openapi.yaml by schema/dingtalk/generate.mjs: do not edit.
import type { Contract } from './operation.ts'

/** Every operation of the vendor contract, by operationId, with the schemas they share. */
export const contract = {
 "operations": {
  "getToken": {
   "id": "getToken",
   "method": "GET",
   "path": "/gettoken",
   "host": "oapi",
   "token": "none",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Fetch the access token of an internal app",
   "description": "The official page prints GET only (2026-07-22) and advises new users to take the new-style call. The secret travels in the URL: use getAppAccessToken (POST) instead; one token serves both hosts. POST on this path is not documented.",
   "notes": [
    "token lives 7200 s",
    "repeat calls inside the lifetime return the same token and extend it",
    "do not call often; one token per app, cache it"
   ],
   "permissions": [],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "getAppAccessToken",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 40089,
     "meaning": "appkey/appsecret (corpid/corpsecret) invalid or not a pair",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 90002,
     "meaning": "this API temporarily blocked by global throttling",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 90003,
     "meaning": "all calls of this organisation temporarily blocked (on /gettoken it means appsecret empty)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "appkey",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string",
      "description": "client id"
     }
    },
    {
     "name": "appsecret",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string",
      "description": "client secret",
      "x-secret": true
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "access_token": {
        "type": "string",
        "x-secret": true
       },
       "expires_in": {
        "type": "integer",
        "description": "7200 seconds",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "getAuthScopes": {
   "id": "getAuthScopes",
   "method": "GET",
   "path": "/auth/scopes",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Contacts scope granted to the app",
   "description": "Preflight call: a partial scope makes reads look like deletions. No request_id in the recorded body.",
   "notes": [],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the Contacts permission scope"
   ],
   "errors": [
    {
     "code": 40014,
     "meaning": "access_token invalid",
     "action": "token",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "auth_org_scopes": {
        "type": "object",
        "properties": {
         "authed_dept": {
          "type": "array",
          "items": {
           "type": "integer",
           "format": "int64"
          },
          "description": "authorised departments, [1] is the whole organisation"
         },
         "authed_user": {
          "type": "array",
          "items": {
           "type": "string"
          }
         }
        }
       },
       "auth_user_field": {
        "type": "array",
        "items": {
         "type": "string"
        },
        "description": "readable user fields, v1 names such as jobnumber, isLeader"
       },
       "condition_field": {
        "type": "array",
        "items": {
         "type": "string"
        }
       }
      }
     }
    ]
   }
  },
  "createUser": {
   "id": "createUser",
   "method": "POST",
   "path": "/topapi/v2/user/create",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Create a user (regular, sso, DingTalk-built or invited enterprise account)",
   "description": "The page prints no error table of its own and points to the global one. 40103: the person has to accept an invitation, the user is not there yet; also answered when somebody who accepted is removed and added again within 24 hours. -1 here often means that the weekly or the total ceiling of new members is reached. An existing mobile answers 60104; two published connectors read the existing userid from the top level of that answer when it is there and otherwise look up by mobile.",
   "notes": [
    "department holds up to 1000 people (40023)",
    "official sample code also sets check_user_protect, ext_attrs, ext_attrs_update_mode, gender, limited, has_subordinate, dept_name, flower_name; no description published. check_user_protect is probably tied to 40103 (inferred).",
    "send a caller-chosen userid; on 60102 read the user and compare; on 60104/60107 look up by mobile and compare. An old report says create does not return the existing userid."
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "userid",
    "mobile"
   ],
   "lookup": "getUser",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Create a user",
    "Create an SSO Enterprise Account",
    "Create a DingTalk-built Enterprise Account",
    "Invite Enterprise Accounts from other organizations to join"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60102,
     "meaning": "userid already exists in the organisation",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60103,
     "meaning": "mobile number invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60104,
     "meaning": "mobile already exists in the organisation",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60105,
     "meaning": "mail invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60106,
     "meaning": "mail already exists",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60107,
     "meaning": "the DingTalk account that signs in with this mobile is already a member",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60112,
     "meaning": "user name invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60113,
     "meaning": "mobile and mail cannot both be empty",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60122,
     "meaning": "extension attributes invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60123,
     "meaning": "job number invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60128,
     "meaning": "manager id invalid",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40019,
     "meaning": "mobile already belongs to five unauthenticated organisations",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40020,
     "meaning": "member ceiling of the team reached",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 40023,
     "meaning": "department member ceiling reached (1000 per department)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40024,
     "meaning": "team size exceeds the limit of its verification level",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 40063,
     "meaning": "extension number too long (50)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40064,
     "meaning": "work place too long (error table still says 50)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40065,
     "meaning": "remark too long (error table still says 1024)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40066,
     "meaning": "department list invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40067,
     "meaning": "title length invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40100,
     "meaning": "extension number already used in the organisation",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40101,
     "meaning": "mail already used in the organisation",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40103,
     "meaning": "person must consent first; an invitation was sent (member protection). User does not exist yet",
     "action": "item",
     "basis": "global-table",
     "pending": true
    },
    {
     "code": 45024,
     "meaning": "account ceiling exceeded",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60022,
     "meaning": "content moderation refused the text",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": -1,
     "meaning": "system busy; at create also: weekly or total ceiling of members reached",
     "action": "check",
     "basis": "faq"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UserCreate"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "required": [
         "userid"
        ],
        "properties": {
         "userid": {
          "type": "string",
          "description": "employee userid",
          "minLength": 1,
          "maxLength": 64
         },
         "unionId": {
          "type": "string",
          "description": "camelCase here, unionid elsewhere"
         }
        }
       }
      }
     }
    ]
   }
  },
  "updateUser": {
   "id": "updateUser",
   "method": "POST",
   "path": "/topapi/v2/user/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Update a user",
   "description": "Response has errcode, errmsg and request_id only (errmsg may be missing on success). Role membership, mobile and main department are not settable here. 12150: Smart HR owns title and departments, use transferEmployee. 60121 covers people who left, who are pending and who belong to another organisation.",
   "notes": [
    "official sample code also sets ext_attrs, gender, limited, has_subordinate, dept_name, flower_name; no description published"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "userid"
   ],
   "lookup": "getUser",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Update user information",
    "Update Enterprise Account user information"
   ],
   "errors": [
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60111,
     "meaning": "userid does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40021,
     "meaning": "replacement mobile already registered with DingTalk",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40022,
     "meaning": "organisation mobile differs from the sign-in mobile; profile cannot be changed, delete and re-add",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40023,
     "meaning": "department member ceiling reached (1000 per department)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40063,
     "meaning": "extension number too long (50)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40064,
     "meaning": "work place too long (error table still says 50)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40065,
     "meaning": "remark too long (error table still says 1024)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40066,
     "meaning": "department list invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40067,
     "meaning": "title length invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40100,
     "meaning": "extension number already used in the organisation",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40101,
     "meaning": "mail already used in the organisation",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 41054,
     "meaning": "mobile cannot be changed; delete the user and create again",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60105,
     "meaning": "mail invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60106,
     "meaning": "mail already exists",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60112,
     "meaning": "user name invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60119,
     "meaning": "position invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60122,
     "meaning": "extension attributes invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60123,
     "meaning": "job number invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60128,
     "meaning": "manager id invalid",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 50002,
     "meaning": "employee outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 12150,
     "meaning": "title or departments are owned by Smart HR; use transferEmployee",
     "action": "item",
     "basis": "faq"
    },
    {
     "code": -1,
     "meaning": "system busy",
     "action": "check",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UserUpdate"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "deleteUser": {
   "id": "deleteUser",
   "method": "POST",
   "path": "/topapi/v2/user/delete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Remove a user from the organisation",
   "description": "Removes the person from the attendance group and the HR roster too.",
   "notes": [
    "33012 (or 60121) on delete means already gone"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "userid"
   ],
   "lookup": "getUser",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete a user"
   ],
   "errors": [
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 50002,
     "meaning": "employee outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 60121,
     "meaning": "user not found, also: left, pending, or of another organisation",
     "action": "absent",
     "basis": "faq"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DeleteUserRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "getUser": {
   "id": "getUser",
   "method": "POST",
   "path": "/topapi/v2/user/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Read one user",
   "notes": [
    "permission: field-level: employee mobile number; mail and other profile information"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query user details",
    "Query Enterprise Account user details"
   ],
   "errors": [
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "code": 60121,
     "meaning": "user not found, also: left, pending, or of another organisation",
     "action": "absent",
     "basis": "faq"
    },
    {
     "code": 50002,
     "meaning": "employee outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "faq"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetUserRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "$ref": "User"
       }
      }
     }
    ]
   }
  },
  "listUsersSimple": {
   "id": "listUsersSimple",
   "method": "POST",
   "path": "/topapi/user/listsimple",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "userid and name of direct members",
   "notes": [
    "cursor up to 100000 (SDK)"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "cursor",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get basic information of department users"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListUsersSimpleRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "required": [
         "has_more"
        ],
        "properties": {
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "description": "omitted on the last page",
          "format": "int64"
         },
         "list": {
          "type": "array",
          "items": {
           "$ref": "UserSimple"
          },
          "description": "omitted or empty when no member"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listUserIds": {
   "id": "listUserIds",
   "method": "POST",
   "path": "/topapi/user/listid",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "userids of direct members, unpaged",
   "description": "Unpaged. Not limited by the contacts scope of the app.",
   "notes": [
    "no paging: one call per department"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the user ID list of a department"
   ],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListUserIdsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "userid_list": {
          "type": "array",
          "items": {
           "type": "string"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listUsers": {
   "id": "listUsers",
   "method": "POST",
   "path": "/topapi/v2/user/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Full records of direct members",
   "description": "Best bulk read: users in several departments appear once per department, so de-duplicate by userid.",
   "notes": [
    "cursor up to 100000 (SDK)"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "cursor",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get details of department users",
    "Get details of department Enterprise Account users"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60019,
     "meaning": "listing users of the department failed",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListUsersRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "required": [
         "has_more"
        ],
        "properties": {
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "description": "omitted on the last page",
          "format": "int64"
         },
         "list": {
          "type": "array",
          "items": {
           "$ref": "UserListItem"
          },
          "description": "omitted or empty when no member"
         }
        }
       }
      }
     }
    ]
   }
  },
  "countUsers": {
   "id": "countUsers",
   "method": "POST",
   "path": "/topapi/user/count",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Number of employees",
   "description": "Not limited by the contacts scope: use it as a completeness check after a crawl.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the number of employees"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "CountUsersRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "count": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listInactiveUsers": {
   "id": "listInactiveUsers",
   "method": "POST",
   "path": "/topapi/inactive/user/v2/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "People who did (not) sign in on a day",
   "description": "Without dept_ids the answers for is_active true and false together cover the organisation as of that day, 100 userids per page (inferred use). Older sibling POST /topapi/inactive/user/get takes offset, size, query_date only.",
   "notes": [
    "yesterday is ready after 09:00",
    "only the last month"
   ],
   "permissions": [
    "qyapi_liveness_base"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the list of employees who have not signed in to DingTalk"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListInactiveUsersRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "format": "int64"
         },
         "list": {
          "type": "array",
          "items": {
           "type": "string"
          },
          "description": "userids"
         }
        }
       }
      }
     }
    ]
   }
  },
  "getUserIdByMobile": {
   "id": "getUserIdByMobile",
   "method": "POST",
   "path": "/topapi/v2/user/getbymobile",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "userid by mobile",
   "description": "Employed people only; leavers are not found.",
   "notes": [],
   "permissions": [
    "qyapi_get_member_by_mobile"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query users by phone number",
    "Query Enterprise Account users by phone number"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40104,
     "meaning": "mobile number invalid or unknown in the organisation",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetUserIdByMobileRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "userid": {
          "type": "string"
         },
         "exclusive_account_userid_list": {
          "type": "array",
          "items": {
           "type": "string"
          },
          "description": "own enterprise accounts only"
         }
        }
       }
      }
     }
    ]
   }
  },
  "getUserIdByUnionid": {
   "id": "getUserIdByUnionid",
   "method": "POST",
   "path": "/topapi/user/getbyunionid",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "userid by unionid",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the user ID by unionId"
   ],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetUserIdByUnionidRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "userid": {
          "type": "string"
         },
         "contact_type": {
          "type": "integer",
          "description": "0 employee, 1 external contact",
          "enum": [
           0,
           1
          ]
         }
        }
       }
      }
     }
    ]
   }
  },
  "listAdmins": {
   "id": "listAdmins",
   "method": "POST",
   "path": "/topapi/user/listadmin",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Administrators",
   "description": "Unpaged, not limited by the contacts scope. result is an array.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the Admin list"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {}
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "userid": {
           "type": "string"
          },
          "sys_level": {
           "type": "integer",
           "description": "1 super admin, 2 sub admin",
           "enum": [
            1,
            2
           ]
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "getAdminScope": {
   "id": "getAdminScope",
   "method": "POST",
   "path": "/topapi/user/get_admin_scope",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Departments an administrator manages",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the Contacts permission scope of an Admin"
   ],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 40036,
     "meaning": "a required parameter is empty",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetAdminScopeRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "dept_ids": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        },
        "description": "top level, not under result"
       }
      }
     }
    ]
   }
  },
  "canAccessMicroapp": {
   "id": "canAccessMicroapp",
   "method": "GET",
   "path": "/user/can_access_microapp",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "users",
   "summary": "Does an administrator manage this app",
   "description": "Third-party enterprise apps only.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the App Management permissions of an Admin"
   ],
   "errors": [],
   "parameters": [
    {
     "name": "appId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "canAccess": {
        "type": [
         "boolean",
         "string"
        ],
        "description": "top level",
        "x-wire": "bool-string"
       }
      }
     }
    ]
   }
  },
  "createDepartment": {
   "id": "createDepartment",
   "method": "POST",
   "path": "/topapi/v2/department/create",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Create a department",
   "description": "The department id is always generated. The page prints 600109 for a bad visible list, the update page 60109: accept both. Clash of names among siblings: 60021 in the current global table (60008 only in the table of 2016).",
   "notes": [
    "at most 20 levels",
    "at most 1000 sub-departments per department",
    "on 60021 or 60008 list the siblings, match by name, then verify source_identifier or code before adopting"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "parent_id+name",
    "source_identifier"
   ],
   "lookup": "listSubDepartments",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Create a department"
   ],
   "errors": [
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60004,
     "meaning": "parent department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60109,
     "meaning": "viewable id list invalid (the create page prints 600109, assumed typo)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 60001,
     "meaning": "department name invalid (over 64 characters)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60002,
     "meaning": "department nesting too deep",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60008,
     "meaning": "sibling with the same name exists (2016 table; current table uses 60021)",
     "action": "exists",
     "basis": "official-2016-table"
    },
    {
     "code": 60009,
     "meaning": "department name has illegal characters",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60021,
     "meaning": "sibling with the same name exists under the parent (current table)",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60022,
     "meaning": "content moderation refused the text",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60110,
     "meaning": "department count ceiling exceeded",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40010,
     "meaning": "parent department id invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40011,
     "meaning": "order value invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DepartmentCreate"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "required": [
         "dept_id"
        ],
        "properties": {
         "dept_id": {
          "type": "integer",
          "description": "department id; root is 1",
          "format": "int64",
          "minimum": 1
         }
        }
       }
      }
     }
    ]
   }
  },
  "updateDepartment": {
   "id": "updateDepartment",
   "method": "POST",
   "path": "/topapi/v2/department/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Update or move a department",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "dept_id"
   ],
   "lookup": "getDepartment",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Update a department"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40009,
     "meaning": "department id invalid (empty or not greater than 0)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60018,
     "meaning": "root department cannot be updated",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60001,
     "meaning": "department name invalid (over 64 characters)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40011,
     "meaning": "order value invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60004,
     "meaning": "parent department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60010,
     "meaning": "department cycle",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60109,
     "meaning": "viewable id list invalid (the create page prints 600109, assumed typo)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40031,
     "meaning": "at least one userid in the list does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 40093,
     "meaning": "department chat owner invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60510,
     "meaning": "setting department permissions failed",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 60021,
     "meaning": "sibling with the same name exists under the parent (current table)",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60008,
     "meaning": "sibling with the same name exists (2016 table; current table uses 60021)",
     "action": "exists",
     "basis": "official-2016-table"
    },
    {
     "code": 60002,
     "meaning": "department nesting too deep",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60067,
     "meaning": "department chat owner does not exist",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60068,
     "meaning": "department manager does not exist",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60022,
     "meaning": "content moderation refused the text",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60009,
     "meaning": "department name has illegal characters",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60110,
     "meaning": "department count ceiling exceeded",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40035,
     "meaning": "invalid parameter, often an empty body",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DepartmentUpdate"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "deleteDepartment": {
   "id": "deleteDepartment",
   "method": "POST",
   "path": "/topapi/v2/department/delete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Delete a department",
   "description": "Refused for the root (60007) and while anybody is left in the department or below it (60005). Otherwise the department and all its (empty) sub-departments go, and the department chats with them: two official pages agree (2026-05-27, 2026-07-30); 60006 stands in the global table without a page that uses it. Children first is still the safe order.",
   "notes": [
    "60003 on delete means already gone"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "dept_id"
   ],
   "lookup": "getDepartment",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete a department"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 60005,
     "meaning": "department or one below it still has members",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60006,
     "meaning": "department still has sub-departments, cannot delete",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60007,
     "meaning": "root department cannot be deleted",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DeleteDepartmentRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "getDepartment": {
   "id": "getDepartment",
   "method": "POST",
   "path": "/topapi/v2/department/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Read one department",
   "description": "The only call that returns order, hide_dept, permit lists, managers, code and (officially) source_identifier. dept_id -7 (school contacts) answers 40009.",
   "notes": [],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get department details"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "code": 40009,
     "meaning": "department id invalid, for example -7 (school contacts)",
     "action": "item",
     "basis": "faq"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "faq"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetDepartmentRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "$ref": "Department"
       }
      }
     }
    ]
   }
  },
  "listSubDepartments": {
   "id": "listSubDepartments",
   "method": "POST",
   "path": "/topapi/v2/department/listsub",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Direct children, basic fields, unpaged",
   "description": "One level, unpaged; the parent is the root when dept_id is left out.",
   "notes": [
    "one level, no paging"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the department list"
   ],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListSubDepartmentsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "$ref": "DepartmentListItem"
        }
       }
      }
     }
    ]
   }
  },
  "listSubDepartmentIds": {
   "id": "listSubDepartmentIds",
   "method": "POST",
   "path": "/topapi/v2/department/listsubid",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Direct child ids, unpaged",
   "description": "Documented as not limited by the contacts scope.",
   "notes": [
    "one level, no paging"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the sub-department ID list"
   ],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListSubDepartmentIdsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "dept_id_list": {
          "type": "array",
          "items": {
           "type": "integer",
           "format": "int64"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listParentsByDept": {
   "id": "listParentsByDept",
   "method": "POST",
   "path": "/topapi/v2/department/listparentbydept",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Ancestor chain of a department",
   "description": "Documented as not limited by the contacts scope.",
   "notes": [],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get all parent departments of a specified department"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListParentsByDeptRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "parent_id_list": {
          "type": "array",
          "items": {
           "type": "integer",
           "format": "int64"
          },
          "description": "starts with the department itself, ends with 1"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listParentsByUser": {
   "id": "listParentsByUser",
   "method": "POST",
   "path": "/topapi/v2/department/listparentbyuser",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Ancestor chains of a user",
   "description": "Documented as not limited by the contacts scope.",
   "notes": [],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get all parent departments of a specified user"
   ],
   "errors": [
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListParentsByUserRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "parent_list": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "parent_dept_id_list": {
             "type": "array",
             "items": {
              "type": "integer",
              "format": "int64"
             }
            }
           }
          },
          "description": "one chain per department, self first, root last"
         }
        }
       }
      }
     }
    ]
   }
  },
  "createRole": {
   "id": "createRole",
   "method": "POST",
   "path": "/role/add_role",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Create a role",
   "notes": [
    "34021: find the role by name through role list"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "groupId+roleName"
   ],
   "lookup": "listRoles",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Create a role"
   ],
   "errors": [
    {
     "code": 34018,
     "meaning": "role information missing (roleName, groupId or role_id)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 34020,
     "meaning": "role group id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 34021,
     "meaning": "role name already exists",
     "action": "exists",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "CreateRoleRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "roleId": {
        "type": "integer",
        "description": "top level",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "createRoleGroup": {
   "id": "createRoleGroup",
   "method": "POST",
   "path": "/role/add_role_group",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Create a role group",
   "description": "The page prints no error table: the answer to an existing name is unknown (34021 assumed).",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "name"
   ],
   "lookup": "listRoles",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Create a role group"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 34021,
     "meaning": "name already exists (assumed)",
     "action": "exists",
     "basis": "inferred"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "CreateRoleGroupRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "groupId": {
        "type": "integer",
        "description": "top level",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "updateRole": {
   "id": "updateRole",
   "method": "POST",
   "path": "/role/update_role",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Rename a role",
   "description": "Cannot move a role to another group; Default-group roles are refused.",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "roleId"
   ],
   "lookup": "getRole",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Update the role name"
   ],
   "errors": [
    {
     "code": 660000,
     "meaning": "a parameter is empty (role update)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 34021,
     "meaning": "role name already exists",
     "action": "exists",
     "basis": "inferred"
    },
    {
     "code": 23004,
     "meaning": "system (Default-group) role cannot be edited or deleted",
     "action": "item",
     "basis": "inferred"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UpdateRoleRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "addRolesForEmployees": {
   "id": "addRolesForEmployees",
   "method": "POST",
   "path": "/topapi/role/addrolesforemps",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Bulk grant roles",
   "description": "Additive. Default-group roles cannot be granted. Per-item failure reporting: none.",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "roleIds+userIds"
   ],
   "lookup": "listRoleMembers",
   "batch": [
    {
     "field": "roleIds",
     "max": 20
    },
    {
     "field": "userIds",
     "max": 20
    }
   ],
   "confidence": "high",
   "overviewRows": [
    "Bulk add employee roles"
   ],
   "errors": [
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 12012,
     "meaning": "organisation does not exist for this token",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 1002,
     "meaning": "system busy (role endpoints)",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "AddRolesForEmployeesRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "removeRolesForEmployees": {
   "id": "removeRolesForEmployees",
   "method": "POST",
   "path": "/topapi/role/removerolesforemps",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Bulk revoke roles",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "roleIds+userIds"
   ],
   "lookup": "listRoleMembers",
   "batch": [
    {
     "field": "roleIds",
     "max": 20
    },
    {
     "field": "userIds",
     "max": 100
    }
   ],
   "confidence": "high",
   "overviewRows": [
    "Bulk delete employee roles"
   ],
   "errors": [
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "RemoveRolesForEmployeesRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "deleteRole": {
   "id": "deleteRole",
   "method": "POST",
   "path": "/topapi/role/deleterole",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Delete a role",
   "description": "Remove the role from all its members first. The official page takes a role id; no page says that a group id works.",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "role_id"
   ],
   "lookup": "getRole",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete a role"
   ],
   "errors": [
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 23004,
     "meaning": "system (Default-group) role cannot be edited or deleted",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 1002,
     "meaning": "system busy (role endpoints)",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DeleteRoleRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "updateRoleMemberScope": {
   "id": "updateRoleMemberScope",
   "method": "POST",
   "path": "/topapi/role/scope/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Set the management scope of one role member",
   "description": "Without dept_ids the scope is the whole organisation.",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "userid+role_id"
   ],
   "lookup": "listRoleMembers",
   "batch": [
    {
     "field": "dept_ids",
     "max": 50
    }
   ],
   "confidence": "high",
   "overviewRows": [
    "Set the management scope of role members"
   ],
   "errors": [
    {
     "code": 40003,
     "meaning": "userid invalid or not in the organisation of the token",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 34018,
     "meaning": "role information missing (roleName, groupId or role_id)",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60301,
     "meaning": "role id invalid for scope update",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 46004,
     "meaning": "employee does not exist in the organisation",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UpdateRoleMemberScopeRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "getRoleGroup": {
   "id": "getRoleGroup",
   "method": "POST",
   "path": "/topapi/role/getrolegroup",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Read one role group",
   "notes": [],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the role group list"
   ],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetRoleGroupRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "role_group": {
        "type": "object",
        "properties": {
         "group_name": {
          "type": "string"
         },
         "roles": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "role_id": {
             "type": "integer",
             "format": "int64"
            },
            "role_name": {
             "type": "string"
            }
           }
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listRoles": {
   "id": "listRoles",
   "method": "POST",
   "path": "/topapi/role/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Role groups with their roles",
   "description": "The unit of size and offset (groups or roles) is not stated; a published client adds size to offset and merges the pages by groupId. hasMore was true in the official sample with one group of four roles.",
   "notes": [],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 200,
    "next": null,
    "more": "result.hasMore",
    "items": "result.list",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the role list"
   ],
   "errors": [
    {
     "code": 400043,
     "meaning": "organisation invalid",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListRolesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "hasMore": {
          "type": "boolean",
          "description": "camelCase"
         },
         "nextCursor": {
          "type": "integer",
          "description": "SDK only",
          "format": "int64"
         },
         "list": {
          "type": "array",
          "items": {
           "$ref": "RoleGroup"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "getRole": {
   "id": "getRole",
   "method": "POST",
   "path": "/topapi/role/getrole",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Read one role",
   "notes": [],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get role details"
   ],
   "errors": [
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetRoleRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "role": {
        "type": "object",
        "properties": {
         "name": {
          "type": "string"
         },
         "groupId": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listRoleMembers": {
   "id": "listRoleMembers",
   "method": "POST",
   "path": "/topapi/role/simplelist",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "roles",
   "summary": "Members of a role",
   "description": "Cheapest way to read role membership; user get role_list is the alternative, one call per user.",
   "notes": [],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": "result.hasMore",
    "items": "result.list",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the employee list of a specified role"
   ],
   "errors": [
    {
     "code": 33011,
     "meaning": "role id invalid",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListRoleMembersRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "hasMore": {
          "type": "boolean"
         },
         "nextCursor": {
          "type": "integer",
          "description": "SDK only",
          "format": "int64"
         },
         "list": {
          "type": "array",
          "items": {
           "$ref": "RoleMember"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "createExternalContact": {
   "id": "createExternalContact",
   "method": "POST",
   "path": "/topapi/extcontact/create",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "Add an external contact",
   "description": "40001 \"system busy\" here can mean that the admin console has a required custom field for external contacts.",
   "notes": [
    "22005 when the mobile already exists"
   ],
   "permissions": [
    "qyapi_ext_write"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "contact.state_code+contact.mobile"
   ],
   "lookup": "listExternalContacts",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Add an external contact"
   ],
   "errors": [
    {
     "code": 33009,
     "meaning": "token grant type not valid for this endpoint",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40036,
     "meaning": "a required parameter is empty",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60103,
     "meaning": "mobile number invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60204,
     "meaning": "external contact needs at least one label",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60205,
     "meaning": "external contact feature not enabled",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60112,
     "meaning": "user name invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 22005,
     "meaning": "external contact already exists",
     "action": "exists",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "code": 40001,
     "meaning": "system busy: a required custom field of external contacts is missing",
     "action": "item",
     "basis": "faq"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "CreateExternalContactRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string",
        "description": "top level"
       }
      }
     }
    ]
   }
  },
  "updateExternalContact": {
   "id": "updateExternalContact",
   "method": "POST",
   "path": "/topapi/extcontact/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "Update an external contact",
   "description": "name, label_ids and follower_user_id are required again, so send the full record.",
   "notes": [],
   "permissions": [
    "qyapi_ext_write"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "contact.user_id"
   ],
   "lookup": "getExternalContact",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Update an external contact"
   ],
   "errors": [
    {
     "code": 33009,
     "meaning": "token grant type not valid for this endpoint",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40036,
     "meaning": "a required parameter is empty",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40003,
     "meaning": "userid invalid or not in the organisation of the token",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60112,
     "meaning": "user name invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 60204,
     "meaning": "external contact needs at least one label",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 60103,
     "meaning": "mobile number invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 60200,
     "meaning": "external contact already exists (update page)",
     "action": "exists",
     "basis": "endpoint-page"
    },
    {
     "code": 60203,
     "meaning": "external contact count ceiling exceeded",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UpdateExternalContactRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "deleteExternalContact": {
   "id": "deleteExternalContact",
   "method": "POST",
   "path": "/topapi/extcontact/delete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "Delete an external contact",
   "notes": [],
   "permissions": [
    "qyapi_ext_write"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "user_id"
   ],
   "lookup": "getExternalContact",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete an external contact"
   ],
   "errors": [
    {
     "code": 33009,
     "meaning": "token grant type not valid for this endpoint",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DeleteExternalContactRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "listExternalContacts": {
   "id": "listExternalContacts",
   "method": "POST",
   "path": "/topapi/extcontact/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "List external contacts",
   "notes": [],
   "permissions": [
    "qyapi_ext_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": null,
    "items": "results",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the external contact list"
   ],
   "errors": [
    {
     "code": 33009,
     "meaning": "token grant type not valid for this endpoint",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListExternalContactsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "results": {
        "type": "array",
        "items": {
         "$ref": "ExternalContact"
        },
        "description": "top level, plural"
       }
      }
     }
    ]
   }
  },
  "listExternalLabelGroups": {
   "id": "listExternalLabelGroups",
   "method": "POST",
   "path": "/topapi/extcontact/listlabelgroups",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "Label groups of external contacts",
   "notes": [],
   "permissions": [
    "qyapi_ext_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": null,
    "items": "results",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the external contact tag list"
   ],
   "errors": [
    {
     "code": 40068,
     "meaning": "offset invalid",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40069,
     "meaning": "page size invalid",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListExternalLabelGroupsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "results": {
        "type": "array",
        "items": {
         "$ref": "ExternalLabelGroup"
        }
       }
      }
     }
    ]
   }
  },
  "getExternalContact": {
   "id": "getExternalContact",
   "method": "POST",
   "path": "/topapi/extcontact/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "external-contacts",
   "summary": "Read one external contact",
   "notes": [],
   "permissions": [
    "qyapi_ext_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get external contact details"
   ],
   "errors": [
    {
     "code": 33009,
     "meaning": "token grant type not valid for this endpoint",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "code": 43007,
     "meaning": "token lacks permission / authorisation required",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": 400001,
     "meaning": "system error",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetExternalContactRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "$ref": "ExternalContact"
       }
      }
     }
    ]
   }
  },
  "listOnJobEmployees": {
   "id": "listOnJobEmployees",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/queryonjob",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "userids of employed people, whole organisation",
   "description": "Only people known to Smart HR since it was switched on; for schools and associated organisations the page itself recommends listUserIds.",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 50,
    "next": "result.next_cursor",
    "more": null,
    "items": "result.data_list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListOnJobEmployeesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "data_list": {
          "type": "array",
          "items": {
           "type": "string"
          },
          "description": "userids"
         },
         "next_cursor": {
          "type": "integer",
          "description": "absent on the last page; pass as next offset",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "queryOnJobEmployees": {
   "id": "queryOnJobEmployees",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/onjoblist/query",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Employed people filtered by hire date",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "cursor",
    "first": 0,
    "size": "size",
    "max": 50,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.data_list",
    "step": "cursor"
   },
   "confidence": "medium",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "QueryOnJobEmployeesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "format": "int64"
         },
         "data_list": {
          "type": "array",
          "items": {
           "type": "string"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listPreEntryEmployees": {
   "id": "listPreEntryEmployees",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/querypreentry",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "userids waiting to join",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 50,
    "next": "result.next_cursor",
    "more": null,
    "items": "result.data_list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListPreEntryEmployeesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "data_list": {
          "type": "array",
          "items": {
           "type": "string"
          },
          "description": "userids"
         },
         "next_cursor": {
          "type": "integer",
          "description": "absent on the last page; pass as next offset",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listDimissionEmployees": {
   "id": "listDimissionEmployees",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/querydimission",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "userids of leavers",
   "description": "New-style twin: GET v1.0/contact/empLeaveRecords (time window, 50 per page).",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 50,
    "next": "result.next_cursor",
    "more": null,
    "items": "result.data_list",
    "step": "cursor"
   },
   "replacedBy": "listDismissedUserIds",
   "status": "moved to the history part of the docs; still served, no new features, permission can no longer be requested",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListDimissionEmployeesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "data_list": {
          "type": "array",
          "items": {
           "type": "string"
          },
          "description": "userids"
         },
         "next_cursor": {
          "type": "integer",
          "description": "absent on the last page; pass as next offset",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "getDimissionDetails": {
   "id": "getDimissionDetails",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/listdimission",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Leaver details by userid",
   "description": "userids that are not leavers are silently left out.",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userid_list",
     "max": 50
    }
   ],
   "replacedBy": "getDismissionInfos",
   "status": "moved to the history part of the docs; still served, no new features, permission can no longer be requested",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetDimissionDetailsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "$ref": "Dimission"
        }
       }
      }
     }
    ]
   }
  },
  "listEmployeeRosterValues": {
   "id": "listEmployeeRosterValues",
   "method": "POST",
   "path": "/topapi/smartwork/hrm/employee/v2/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Roster fields by userid",
   "description": "Bulk profile read: 100 users per call, the largest batch in the legacy API.",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userid_list",
     "max": 100
    },
    {
     "field": "field_filter_list",
     "max": 100
    }
   ],
   "replacedBy": "queryRoster",
   "status": "moved to the history part of the docs; still served, no new features",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400020,
     "meaning": "no access permission (seen in HRM pages)",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListEmployeeRosterValuesRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "$ref": "HrmRoster"
        }
       }
      }
     }
    ]
   }
  },
  "listAttendanceResults": {
   "id": "listAttendanceResults",
   "method": "POST",
   "path": "/attendance/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "attendance",
   "summary": "Clock-in results",
   "description": "One row per planned check, also when nobody checked in. Nothing older than half a year.",
   "notes": [
    "7-day window"
   ],
   "permissions": [
    "qyapi_attendance_isv_query_result",
    "qyapi_get_attendance_data"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userIdList",
     "max": 50
    }
   ],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "limit",
    "max": 50,
    "next": null,
    "more": "hasMore",
    "items": "recordresult",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 41041,
     "meaning": "attendance query window longer than 7 days",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListAttendanceResultsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "recordresult": {
        "type": "array",
        "items": {
         "$ref": "AttendanceResult"
        }
       },
       "hasMore": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "listAttendanceRecords": {
   "id": "listAttendanceRecords",
   "method": "POST",
   "path": "/attendance/listRecord",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "attendance",
   "summary": "Raw clock-in records",
   "description": "Every check, also invalid ones (filter by isLegal and invalidRecordType). Nothing older than 180 days. Many numbers are printed as strings in the table and as numbers in the sample.",
   "notes": [
    "7-day window",
    "unpaged"
   ],
   "permissions": [
    "qyapi_get_attendance_data"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userIds",
     "max": 50
    }
   ],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 41041,
     "meaning": "attendance query window longer than 7 days",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListAttendanceRecordsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "recordresult": {
        "type": "array",
        "items": {
         "$ref": "AttendanceRecord"
        }
       }
      }
     }
    ]
   }
  },
  "getUserAttendanceGroup": {
   "id": "getUserAttendanceGroup",
   "method": "POST",
   "path": "/topapi/attendance/getusergroup",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "attendance",
   "summary": "Attendance group of a user",
   "notes": [],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "GetUserAttendanceGroupRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "group_id": {
          "type": "integer",
          "format": "int64"
         },
         "name": {
          "type": "string"
         },
         "type": {
          "type": "string",
          "description": "the sibling getsimplegroups names FIXED, TURN, NONE"
         },
         "classes": {
          "type": "array",
          "items": {
           "type": "object",
           "additionalProperties": true
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listAttendanceGroups": {
   "id": "listAttendanceGroups",
   "method": "POST",
   "path": "/topapi/attendance/getsimplegroups",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "attendance",
   "summary": "Attendance groups",
   "notes": [],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 10,
    "next": null,
    "more": "result.has_more",
    "items": "result.groups",
    "step": "size"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 400002,
     "meaning": "parameter error",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "ListAttendanceGroupsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "has_more": {
          "type": "boolean"
         },
         "groups": {
          "type": "array",
          "items": {
           "type": "object",
           "properties": {
            "group_id": {
             "type": "integer",
             "format": "int64"
            },
            "group_name": {
             "type": "string"
            },
            "type": {
             "type": "string",
             "enum": [
              "FIXED",
              "TURN",
              "NONE"
             ]
            },
            "member_count": {
             "type": "integer",
             "format": "int64"
            },
            "is_default": {
             "type": "boolean"
            },
            "dept_ids": {
             "type": "array",
             "items": {
              "type": "integer",
              "format": "int64"
             }
            },
            "user_ids": {
             "type": "array",
             "items": {
              "type": "string"
             }
            },
            "manager_list": {
             "type": "array",
             "items": {
              "type": "string"
             }
            },
            "owner_user_id": {
             "type": "string"
            },
            "classes_list": {
             "type": "array",
             "items": {
              "type": "string"
             }
            }
           },
           "additionalProperties": true
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "getIndustryOrganization": {
   "id": "getIndustryOrganization",
   "method": "POST",
   "path": "/topapi/industry/organization/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "industry",
   "summary": "Industry contacts organisation info",
   "notes": [],
   "permissions": [
    "qyapi_industry_info_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get Organization information (industry)"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {}
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "region_id": {
          "type": "string"
         },
         "region_location": {
          "type": "string"
         },
         "region_type": {
          "type": "string"
         }
        }
       }
      }
     }
    ]
   }
  },
  "listIndustryDepartments": {
   "id": "listIndustryDepartments",
   "method": "POST",
   "path": "/topapi/industry/department/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "industry",
   "summary": "Industry departments under a department",
   "notes": [],
   "permissions": [
    "qyapi_industry_info_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "cursor",
    "first": null,
    "size": "size",
    "max": 1000,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.details",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the department list (industry)"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "$ref": "ListIndustryDepartmentsRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "details": {
          "type": "array",
          "items": {
           "$ref": "IndustryDepartment"
          }
         },
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "getIndustryDepartment": {
   "id": "getIndustryDepartment",
   "method": "POST",
   "path": "/topapi/industry/department/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "industry",
   "summary": "Industry department detail",
   "notes": [],
   "permissions": [
    "qyapi_industry_info_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get department details (industry)"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "$ref": "GetIndustryDepartmentRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "$ref": "IndustryDepartment"
       }
      }
     }
    ]
   }
  },
  "listIndustryUsers": {
   "id": "listIndustryUsers",
   "method": "POST",
   "path": "/topapi/industry/user/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "industry",
   "summary": "Users of an industry department",
   "notes": [],
   "permissions": [
    "qyapi_industry_info_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "cursor",
    "first": null,
    "size": "size",
    "max": 1000,
    "next": "result.next_cursor",
    "more": "result.has_more",
    "items": "result.details",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the user list of a department (industry)"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "$ref": "ListIndustryUsersRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "object",
        "properties": {
         "details": {
          "type": "array",
          "items": {
           "$ref": "IndustryUser"
          }
         },
         "has_more": {
          "type": "boolean"
         },
         "next_cursor": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     }
    ]
   }
  },
  "getIndustryUser": {
   "id": "getIndustryUser",
   "method": "POST",
   "path": "/topapi/industry/user/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "industry",
   "summary": "Industry user detail",
   "notes": [],
   "permissions": [
    "qyapi_industry_info_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get department user details (industry)"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "$ref": "GetIndustryUserRequest"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "$ref": "IndustryUser"
       }
      }
     }
    ]
   }
  },
  "v1ListDepartments": {
   "id": "v1ListDepartments",
   "method": "GET",
   "path": "/department/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Whole department tree in one call",
   "description": "Cheapest tree read. Still answered in 2024 and 2026 reports; an undocumented endpoint, so keep listsub as fallback. Without parameters the 2026 report still got the full tree. Education organisations return negative ids; asking for their users fails with 60003.",
   "notes": [
    "unpaged; about 900 departments in one answer reported in 2026",
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listSubDepartments",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 50004,
     "meaning": "department outside the authorised contacts scope of the app",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "fetch_child",
     "in": "query",
     "required": false,
     "schema": {
      "type": "boolean",
      "description": "recursive; ISV apps must send false"
     }
    },
    {
     "name": "id",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "parent, root when absent"
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "department": {
        "type": "array",
        "items": {
         "$ref": "DepartmentV1"
        },
        "description": "flat list, siblings in order"
       }
      }
     }
    ]
   }
  },
  "v1ListDepartmentIds": {
   "id": "v1ListDepartmentIds",
   "method": "GET",
   "path": "/department/list_ids",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Direct child ids",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listSubDepartmentIds",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "sub_dept_id_list": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        }
       }
      }
     }
    ]
   }
  },
  "v1GetDepartment": {
   "id": "v1GetDepartment",
   "method": "GET",
   "path": "/department/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Read one department",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "getDepartment",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "id": {
        "type": "integer",
        "format": "int64"
       },
       "name": {
        "type": "string"
       },
       "parentid": {
        "type": "integer",
        "format": "int64"
       },
       "order": {
        "type": "integer",
        "format": "int64",
        "x-wire": "int64"
       },
       "createDeptGroup": {
        "type": "boolean"
       },
       "autoAddUser": {
        "type": "boolean"
       },
       "deptHiding": {
        "type": "boolean"
       },
       "deptPermits": {
        "type": "string",
        "description": "pipe-separated"
       },
       "userPermits": {
        "type": "string",
        "description": "pipe-separated"
       },
       "outerDept": {
        "type": "boolean"
       },
       "outerPermitDepts": {
        "type": "string"
       },
       "outerPermitUsers": {
        "type": "string"
       },
       "orgDeptOwner": {
        "type": "string"
       },
       "deptManagerUseridList": {
        "type": "string",
        "description": "pipe-separated"
       },
       "sourceIdentifier": {
        "type": "string"
       },
       "groupContainSubDept": {
        "type": "boolean"
       },
       "isFromUnionOrg": {
        "type": "boolean"
       },
       "autoApproveApply": {
        "type": "boolean"
       },
       "deptGroupChatId": {
        "type": "string"
       }
      }
     }
    ]
   }
  },
  "v1CreateDepartment": {
   "id": "v1CreateDepartment",
   "method": "POST",
   "path": "/department/create",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Create a department",
   "description": "errmsg used to be \"created\".",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "parentid+name"
   ],
   "lookup": "v1ListDepartments",
   "batch": [],
   "replacedBy": "createDepartment",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60004,
     "meaning": "parent department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60008,
     "meaning": "sibling with the same name exists (2016 table; current table uses 60021)",
     "action": "exists",
     "basis": "official-2016-table"
    },
    {
     "code": 60021,
     "meaning": "sibling with the same name exists under the parent (current table)",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60001,
     "meaning": "department name invalid (over 64 characters)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60016,
     "meaning": "department id already exists (v1 custom id)",
     "action": "exists",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DepartmentV1Create"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "id": {
        "type": "integer",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "v1UpdateDepartment": {
   "id": "v1UpdateDepartment",
   "method": "POST",
   "path": "/department/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Update a department",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "id"
   ],
   "lookup": "v1GetDepartment",
   "batch": [],
   "replacedBy": "updateDepartment",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60018,
     "meaning": "root department cannot be updated",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60010,
     "meaning": "department cycle",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "DepartmentV1Update"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "id": {
        "type": "integer",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "v1DeleteDepartment": {
   "id": "v1DeleteDepartment",
   "method": "GET",
   "path": "/department/delete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Delete a department (GET!)",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "id"
   ],
   "lookup": "v1GetDepartment",
   "batch": [],
   "replacedBy": "deleteDepartment",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 60005,
     "meaning": "department or one below it still has members",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60006,
     "meaning": "department still has sub-departments, cannot delete",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60007,
     "meaning": "root department cannot be deleted",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "$ref": "Envelope"
   }
  },
  "v1ListParentsByDept": {
   "id": "v1ListParentsByDept",
   "method": "GET",
   "path": "/department/list_parent_depts_by_dept",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Ancestor chain",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listParentsByDept",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "parentIds": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        },
        "description": "self first, root last"
       }
      }
     }
    ]
   }
  },
  "v1ListParentsByUser": {
   "id": "v1ListParentsByUser",
   "method": "GET",
   "path": "/department/list_parent_depts",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Ancestor chains of a user",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_list"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listParentsByUser",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "department": {
        "description": "array of arrays, typed as string by the SDK"
       }
      }
     }
    ]
   }
  },
  "v1CreateUser": {
   "id": "v1CreateUser",
   "method": "POST",
   "path": "/user/create",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Create a user",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "userid",
    "mobile"
   ],
   "lookup": "v1GetUser",
   "batch": [],
   "replacedBy": "createUser",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 40025,
     "meaning": "department JSON array malformed (v1 user calls)",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 60102,
     "meaning": "userid already exists in the organisation",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60104,
     "meaning": "mobile already exists in the organisation",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 60107,
     "meaning": "the DingTalk account that signs in with this mobile is already a member",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 40103,
     "meaning": "person must consent first; an invitation was sent (member protection). User does not exist yet",
     "action": "item",
     "basis": "global-table",
     "pending": true
    },
    {
     "code": 60113,
     "meaning": "mobile and mail cannot both be empty",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UserV1Create"
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string"
       },
       "unionId": {
        "type": "string"
       }
      }
     }
    ]
   }
  },
  "v1UpdateUser": {
   "id": "v1UpdateUser",
   "method": "POST",
   "path": "/user/update",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Update a user",
   "description": "Official 2016 text: an omitted optional field keeps its value; name was required then.",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "userid"
   ],
   "lookup": "v1GetUser",
   "batch": [],
   "replacedBy": "updateUser",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 41054,
     "meaning": "mobile cannot be changed; delete the user and create again",
     "action": "item",
     "basis": "global-table"
    },
    {
     "code": 40022,
     "meaning": "organisation mobile differs from the sign-in mobile; profile cannot be changed, delete and re-add",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "UserV1Update"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "v1DeleteUser": {
   "id": "v1DeleteUser",
   "method": "GET",
   "path": "/user/delete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Delete a user (GET!)",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "userid"
   ],
   "lookup": "v1GetUser",
   "batch": [],
   "replacedBy": "deleteUser",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "userid",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "$ref": "Envelope"
   }
  },
  "v1BatchDeleteUsers": {
   "id": "v1BatchDeleteUsers",
   "method": "POST",
   "path": "/user/batchdelete",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Delete up to 20 users",
   "description": "No v2 counterpart; current availability unverified.",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "useridlist"
   ],
   "lookup": "v1GetUser",
   "batch": [
    {
     "field": "useridlist",
     "max": 20
    }
   ],
   "replacedBy": "deleteUser",
   "status": "absent from the documentation; not announced as removed",
   "confidence": "low",
   "overviewRows": [],
   "errors": [
    {
     "code": 40031,
     "meaning": "at least one userid in the list does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40032,
     "meaning": "userid list length invalid",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "V1BatchDeleteUsersRequest"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "v1GetUser": {
   "id": "v1GetUser",
   "method": "GET",
   "path": "/user/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Read one user",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "getUser",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 33012,
     "meaning": "userid invalid; documented not-found answer of user get and user delete",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "userid",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "$ref": "UserV1"
     },
     {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string"
       },
       "name": {
        "type": "string"
       },
       "department": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        }
       },
       "orderInDepts": {
        "type": "string",
        "description": "map text that is not JSON (keys without quotes)"
       },
       "isLeaderInDepts": {
        "type": "string",
        "description": "map text that is not JSON (keys without quotes)"
       },
       "roles": {
        "type": "array",
        "items": {
         "type": "object",
         "additionalProperties": true
        }
       },
       "extattr": {
        "type": "object",
        "additionalProperties": true
       }
      }
     }
    ]
   }
  },
  "v1ListUsersSimple": {
   "id": "v1ListUsersSimple",
   "method": "GET",
   "path": "/user/simplelist",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "userid and name of direct members",
   "notes": [
    "2019 report: about 300 calls per second on one API tripped 90002",
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": "hasMore",
    "items": "userlist",
    "step": "size"
   },
   "replacedBy": "listUsersSimple",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40018,
     "meaning": "recursive department user listing refused",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "department_id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "offset",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "size",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "order",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "enum": [
       "entry_asc",
       "entry_desc",
       "modify_asc",
       "modify_desc",
       "custom"
      ]
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userlist": {
        "type": "array",
        "items": {
         "$ref": "UserSimple"
        }
       },
       "hasMore": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "v1ListUsers": {
   "id": "v1ListUsers",
   "method": "GET",
   "path": "/user/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Full records of direct members",
   "notes": [
    "2019 report: about 300 calls per second on one API tripped 90002",
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": "hasMore",
    "items": "userlist",
    "step": "size"
   },
   "replacedBy": "listUsers",
   "status": "absent from the documentation; not announced as removed",
   "confidence": "medium",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40018,
     "meaning": "recursive department user listing refused",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "department_id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "offset",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "size",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "order",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "enum": [
       "entry_asc",
       "entry_desc",
       "modify_asc",
       "modify_desc",
       "custom"
      ]
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userlist": {
        "type": "array",
        "items": {
         "$ref": "UserV1"
        }
       },
       "hasMore": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "v1ListUsersByPage": {
   "id": "v1ListUsersByPage",
   "method": "GET",
   "path": "/user/listbypage",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Full records of direct members, paging required",
   "notes": [
    "2019 report: about 300 calls per second on one API tripped 90002",
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": 100,
    "next": null,
    "more": "hasMore",
    "items": "userlist",
    "step": "size"
   },
   "replacedBy": "listUsers",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40018,
     "meaning": "recursive department user listing refused",
     "action": "item",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "department_id",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "offset",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "size",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "order",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "enum": [
       "entry_asc",
       "entry_desc",
       "modify_asc",
       "modify_desc",
       "custom"
      ]
     }
    },
    {
     "name": "lang",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string",
      "description": "contacts language",
      "enum": [
       "zh_CN",
       "en_US"
      ],
      "default": "zh_CN",
      "maxLength": 6
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userlist": {
        "type": "array",
        "items": {
         "$ref": "UserV1"
        }
       },
       "hasMore": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "v1ListUserIds": {
   "id": "v1ListUserIds",
   "method": "GET",
   "path": "/user/getDeptMember",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "userids of direct members",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_department_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listUserIds",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60003,
     "meaning": "department does not exist",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "deptId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userIds": {
        "type": "array",
        "items": {
         "type": "string"
        }
       }
      }
     }
    ]
   }
  },
  "v1CountUsers": {
   "id": "v1CountUsers",
   "method": "GET",
   "path": "/user/get_org_user_count",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Number of employees",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "countUsers",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "onlyActive",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "enum": [
       0,
       1
      ]
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "count": {
        "type": "integer",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "v1GetUserIdByUnionid": {
   "id": "v1GetUserIdByUnionid",
   "method": "GET",
   "path": "/user/getUseridByUnionid",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "userid by unionid",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "getUserIdByUnionid",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "unionid",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string"
       },
       "contactType": {
        "type": "integer",
        "format": "int64"
       }
      }
     }
    ]
   }
  },
  "v1GetUserIdByMobile": {
   "id": "v1GetUserIdByMobile",
   "method": "GET",
   "path": "/user/get_by_mobile",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "userid by mobile",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_member_by_mobile"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "getUserIdByMobile",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 60121,
     "meaning": "user not found",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 40104,
     "meaning": "mobile number invalid or unknown in the organisation",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [
    {
     "name": "mobile",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string"
       }
      }
     }
    ]
   }
  },
  "v1ListAdmins": {
   "id": "v1ListAdmins",
   "method": "GET",
   "path": "/user/get_admin",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "v1-deprecated",
   "summary": "Administrators",
   "notes": [
    "permission code taken from the current twin"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "replacedBy": "listAdmins",
   "status": "history docs since 2021-10-21; keeps its old features, but the permission can no longer be requested for an app (page of 2025-09-08)",
   "confidence": "high",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "adminList": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "userid": {
           "type": "string"
          },
          "sys_level": {
           "type": "integer",
           "format": "int64"
          }
         }
        }
       }
      }
     }
    ]
   }
  },
  "listJoinedCooperateOrgs": {
   "id": "listJoinedCooperateOrgs",
   "method": "POST",
   "path": "/topapi/union/cooperate/joined/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "organisations",
   "summary": "Upstream-downstream organisations this organisation joined or applied to join",
   "description": "The sample prints one object under result, the table says array: accept the array, treat a bare object as one item.",
   "notes": [],
   "permissions": [
    "qyapi_related_org_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get information about upstream-downstream organizations the Organization has joined or applied to join"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "required": [
     "status"
    ],
    "properties": {
     "status": {
      "type": "integer",
      "enum": [
       0,
       1
      ],
      "description": "0 applying, 1 joined"
     }
    }
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "corp_id": {
           "type": "string"
          },
          "org_name": {
           "type": "string"
          },
          "belong_corp_id": {
           "type": "string",
           "description": "owner organisation"
          },
          "belong_org_name": {
           "type": "string"
          }
         }
        }
       },
       "success": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "listCooperateOrgMembers": {
   "id": "listCooperateOrgMembers",
   "method": "POST",
   "path": "/topapi/union/cooperate/info/list",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "organisations",
   "summary": "Organisations and people that joined or apply to join this upstream-downstream organisation",
   "description": "Call it with a token of the upstream-downstream organisation itself.",
   "notes": [],
   "permissions": [
    "qyapi_related_org_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the organization and user information that has joined or is applying to join the upstream-downstream organization"
   ],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "required": [
     "status"
    ],
    "properties": {
     "status": {
      "type": "integer",
      "enum": [
       0,
       1
      ],
      "description": "0 applying, 1 joined"
     }
    }
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "union_corp_id": {
           "type": "string"
          },
          "union_org_name": {
           "type": "string"
          },
          "dept_id": {
           "type": "integer",
           "format": "int64",
           "description": "department the partner hangs under"
          },
          "dept_name": {
           "type": "string"
          },
          "union_type": {
           "type": "integer",
           "enum": [
            1,
            2
           ],
           "description": "1 whole organisation, 2 part of it"
          },
          "dept_ids": {
           "type": "array",
           "items": {
            "type": "integer",
            "format": "int64"
           }
          },
          "userids": {
           "type": "array",
           "items": {
            "type": "string"
           }
          },
          "auth_level": {
           "type": "integer",
           "enum": [
            0,
            1,
            2,
            3
           ],
           "description": "0 unverified, 1 highest, 3 lowest verification"
          }
         }
        }
       },
       "success": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "listTrunkOrgs": {
   "id": "listTrunkOrgs",
   "method": "POST",
   "path": "/topapi/org/union/trunk/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "organisations",
   "summary": "Trunk organisations above this organisation",
   "notes": [],
   "permissions": [
    "qyapi_related_org_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the trunk organization list (trunk-branch)"
   ],
   "errors": [
    {
     "code": 400043,
     "meaning": "organisation invalid",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {}
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "corpid": {
           "type": "string"
          },
          "org_name": {
           "type": "string"
          }
         }
        }
       },
       "success": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "listBranchOrgs": {
   "id": "listBranchOrgs",
   "method": "POST",
   "path": "/topapi/org/union/branch/get",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "organisations",
   "summary": "Branch organisations below this organisation",
   "notes": [],
   "permissions": [
    "qyapi_related_org_read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the branch organization list (trunk-branch)"
   ],
   "errors": [
    {
     "code": 400043,
     "meaning": "organisation invalid",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "code": -1,
     "meaning": "system busy; official advice is a later retry, at most three times",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {}
   },
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "result": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "union_corpid": {
           "type": "string"
          },
          "union_org_name": {
           "type": "string"
          }
         }
        }
       },
       "success": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "registerCallback": {
   "id": "registerCallback",
   "method": "POST",
   "path": "/call_back/register_call_back",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "events",
   "summary": "Register the URL that events are pushed to",
   "description": "Documentation of today prefers the console. Registering asks the URL at once: it has to answer check_url.",
   "notes": [
    "the URL is asked at once with an encrypted check_url; only an encrypted success counts",
    "one URL for each app",
    "the owner inside messages is the corpId, not the app key"
   ],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "url"
   ],
   "lookup": "getCallback",
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 71006,
     "meaning": "the app has a callback URL already",
     "action": "exists",
     "basis": "global-table"
    },
    {
     "code": 71008,
     "meaning": "unknown event type in call_back_tag",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71009,
     "meaning": "the URL did not answer check_url with an encrypted success",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71010,
     "meaning": "the URL did not answer check_url with JSON",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71011,
     "meaning": "url is not a URL",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71012,
     "meaning": "the URL cannot be reached",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71013,
     "meaning": "host or address of the URL is not allowed",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "Callback"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "updateCallback": {
   "id": "updateCallback",
   "method": "POST",
   "path": "/call_back/update_call_back",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "events",
   "summary": "Replace the URL that events are pushed to",
   "description": "Same body as registerCallback, and the URL is asked in the same way.",
   "notes": [
    "the URL is asked at once with an encrypted check_url; only an encrypted success counts",
    "one URL for each app",
    "the owner inside messages is the corpId, not the app key"
   ],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "url"
   ],
   "lookup": "getCallback",
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 71007,
     "meaning": "the app has no callback URL",
     "action": "absent",
     "basis": "global-table"
    },
    {
     "code": 71008,
     "meaning": "unknown event type in call_back_tag",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71009,
     "meaning": "the URL did not answer check_url with an encrypted success",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71010,
     "meaning": "the URL did not answer check_url with JSON",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71011,
     "meaning": "url is not a URL",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71012,
     "meaning": "the URL cannot be reached",
     "action": "config",
     "basis": "global-table"
    },
    {
     "code": 71013,
     "meaning": "host or address of the URL is not allowed",
     "action": "config",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "body": {
    "$ref": "Callback"
   },
   "response": {
    "$ref": "Envelope"
   }
  },
  "getCallback": {
   "id": "getCallback",
   "method": "GET",
   "path": "/call_back/get_call_back",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "events",
   "summary": "Read the URL that events are pushed to",
   "description": "Returns the secrets too: never print or log the answer.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 71007,
     "meaning": "the app has no callback URL",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "call_back_tag": {
        "type": "array",
        "items": {
         "type": "string"
        }
       },
       "token": {
        "type": "string",
        "x-secret": true
       },
       "aes_key": {
        "type": "string",
        "x-secret": true
       },
       "url": {
        "type": "string"
       }
      }
     }
    ]
   }
  },
  "deleteCallback": {
   "id": "deleteCallback",
   "method": "GET",
   "path": "/call_back/delete_call_back",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "events",
   "summary": "Stop pushing events",
   "description": "A GET that deletes.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [],
   "lookup": "getCallback",
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "code": 71007,
     "meaning": "the app has no callback URL",
     "action": "absent",
     "basis": "global-table"
    }
   ],
   "parameters": [],
   "response": {
    "$ref": "Envelope"
   }
  },
  "listFailedPushEvents": {
   "id": "listFailedPushEvents",
   "method": "GET",
   "path": "/call_back/get_call_back_failed_result",
   "host": "oapi",
   "token": "query",
   "tokenKind": "app",
   "area": "events",
   "summary": "Events whose push failed after all retries",
   "description": "Readable 3 to 5 minutes after the last retry, at most 200 at a time. How long items are kept and whether Stream pushes are covered is not stated. Whether reading removes them is not on the page of today; a public client quotes an older one, that DingTalk deletes at once what it returned.",
   "notes": [],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": null,
    "first": null,
    "size": null,
    "max": 200,
    "next": null,
    "more": "has_more",
    "items": "failed_list",
    "step": "repeat"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "response": {
    "allOf": [
     {
      "$ref": "Envelope"
     },
     {
      "type": "object",
      "properties": {
       "failed_list": {
        "type": "array",
        "maxItems": 200,
        "items": {
         "type": "object",
         "required": [
          "call_back_tag"
         ],
         "properties": {
          "call_back_tag": {
           "type": "string",
           "description": "event type; the payload sits under a key of the same name"
          },
          "event_time": {
           "type": "integer",
           "format": "int64",
           "description": "Unix milliseconds",
           "x-wire": "ms-timestamp"
          }
         },
         "additionalProperties": true
        }
       },
       "has_more": {
        "type": "boolean"
       }
      }
     }
    ]
   }
  },
  "getAppAccessToken": {
   "id": "getAppAccessToken",
   "method": "POST",
   "path": "/v1.0/oauth2/accessToken",
   "host": "api",
   "token": "none",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Get an app access token for an internal app",
   "description": "Response field is expireIn (no s). Cache per app; refresh early (docs suggest about 10 minutes, an older text about 200 s). The app token works on both the new and the legacy host.",
   "notes": [
    "token lifetime seconds: 7200",
    "repeat fetch within lifetime: same token returned, lifetime extended",
    "documented max rate: none published; frequent calls are throttled"
   ],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "action",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "invalidClientIdOrSecret",
     "meaning": "client id or secret wrong",
     "action": "config",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "appKey": {
      "type": "string"
     },
     "appSecret": {
      "type": "string",
      "x-secret": true
     }
    },
    "required": [
     "appKey",
     "appSecret"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "accessToken": {
      "type": "string",
      "x-secret": true
     },
     "expireIn": {
      "type": "integer"
     }
    },
    "required": [
     "accessToken",
     "expireIn"
    ]
   }
  },
  "getCorpToken": {
   "id": "getCorpToken",
   "method": "POST",
   "path": "/v1.0/oauth2/{corpId}/token",
   "host": "api",
   "token": "none",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Get an app access token for a named organization (OAuth client credentials form)",
   "description": "grant_type must be client_credentials. Snake-case names. Recommended by DingTalk over the older call, but this one is absent from the metering exemption list dated 2026-07-22.",
   "notes": [
    "token lifetime seconds: 7200"
   ],
   "permissions": [
    "qyapi_base"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "invalid.client",
     "meaning": "client id or secret wrong",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "unsupported.grant.type",
     "meaning": "grant_type unsupported",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 401,
     "code": "unauthorized.client",
     "meaning": "app not authorised in that org",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "server.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "corpId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "body": {
    "type": "object",
    "properties": {
     "client_id": {
      "type": "string"
     },
     "client_secret": {
      "type": "string",
      "x-secret": true
     },
     "grant_type": {
      "type": "string"
     }
    },
    "required": [
     "client_id",
     "client_secret",
     "grant_type"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "access_token": {
      "type": "string",
      "x-secret": true
     },
     "expires_in": {
      "type": "integer"
     }
    }
   }
  },
  "getIsvCorpAccessToken": {
   "id": "getIsvCorpAccessToken",
   "method": "POST",
   "path": "/v1.0/oauth2/corpAccessToken",
   "host": "api",
   "token": "none",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Get an access token for an organization that installed a third-party app",
   "description": "Only for ISV mode (suite ticket needed). Out of scope for an internal app.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "medium",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "authCorpId": {
      "type": "string"
     },
     "suiteKey": {
      "type": "string"
     },
     "suiteSecret": {
      "type": "string",
      "x-secret": true
     },
     "suiteTicket": {
      "type": "string",
      "x-secret": true
     }
    },
    "required": [
     "authCorpId",
     "suiteKey",
     "suiteSecret",
     "suiteTicket"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "accessToken": {
      "type": "string",
      "x-secret": true
     },
     "expireIn": {
      "type": "integer"
     }
    }
   }
  },
  "getUserAccessToken": {
   "id": "getUserAccessToken",
   "method": "POST",
   "path": "/v1.0/oauth2/userAccessToken",
   "host": "api",
   "token": "none",
   "tokenKind": "app",
   "area": "auth",
   "summary": "Exchange an OAuth code or refresh token for a user access token",
   "description": "Needed only for users/{unionId}; an app token is refused there.",
   "notes": [],
   "permissions": [
    "open_app_api_base"
   ],
   "appTypes": [
    "internal",
    "third-party",
    "personal"
   ],
   "metered": false,
   "effect": "action",
   "idempotent": false,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "clientId": {
      "type": "string"
     },
     "clientSecret": {
      "type": "string",
      "x-secret": true
     },
     "code": {
      "type": "string"
     },
     "grantType": {
      "type": "string"
     },
     "refreshToken": {
      "type": "string",
      "x-secret": true
     }
    },
    "required": [
     "clientId",
     "clientSecret",
     "grantType"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "accessToken": {
      "type": "string",
      "x-secret": true
     },
     "corpId": {
      "type": "string"
     },
     "expireIn": {
      "type": "integer"
     },
     "refreshToken": {
      "type": "string",
      "x-secret": true
     }
    }
   }
  },
  "getContactUser": {
   "id": "getContactUser",
   "method": "GET",
   "path": "/v1.0/contact/users/{unionId}",
   "host": "api",
   "token": "header",
   "tokenKind": "user",
   "area": "users",
   "summary": "Read the personal profile of the authorising user",
   "description": "Needs a USER access token, not the app token; with an app token it answers 403 AccessTokenPermissionDenied. unionId may be the literal me. mobile is masked for third-party apps and needs the extra mobile permission. Not usable for unattended reconciliation.",
   "notes": [],
   "permissions": [
    "Contact.User.Read"
   ],
   "appTypes": [
    "internal",
    "third-party",
    "personal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the user's contact profile"
   ],
   "errors": [
    {
     "status": 404,
     "code": "invalidParameter.user.notFound",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "unionId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "avatarUrl": {
      "type": "string",
      "x-personal": true
     },
     "email": {
      "type": "string",
      "x-personal": true
     },
     "loginEmail": {
      "type": "string",
      "x-personal": true
     },
     "mobile": {
      "type": "string",
      "x-personal": true
     },
     "nick": {
      "type": "string"
     },
     "openId": {
      "type": "string"
     },
     "stateCode": {
      "type": "string"
     },
     "unionId": {
      "type": "string"
     },
     "visitor": {
      "type": "boolean"
     }
    }
   }
  },
  "searchUsers": {
   "id": "searchUsers",
   "method": "POST",
   "path": "/v1.0/contact/users/search",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "users",
   "summary": "Search user ids by name, pinyin or English name",
   "description": "Returns ids only. fullMatchField=1 means exact name match; absent means fuzzy. offset is described as a page number in docs but named and exemplified as an offset: verify before paging. No strong-consistency promise: do not use it as a read-after-write check. An older docs edition (2023) listed internal apps as unsupported.",
   "notes": [
    "max size: not published"
   ],
   "permissions": [
    "qyapi_addresslist_search"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": null,
    "next": null,
    "more": "hasMore",
    "items": "list",
    "step": "unknown"
   },
   "confidence": "high",
   "overviewRows": [
    "Search for user IDs"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "fullMatchField": {
      "type": "integer"
     },
     "offset": {
      "type": "integer"
     },
     "queryWord": {
      "type": "string"
     },
     "size": {
      "type": "integer"
     }
    },
    "required": [
     "offset",
     "queryWord",
     "size"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "list": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "totalCount": {
      "type": "integer"
     }
    }
   }
  },
  "sortUsersByPinyin": {
   "id": "sortUsersByPinyin",
   "method": "POST",
   "path": "/v1.0/contact/users/sort",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "users",
   "summary": "Sort user ids by name pinyin",
   "description": "Docs list third-party apps only, and print the URL without /v1.0 while the sample and SDK use /v1.0. sortType 0 ascending, 1 descending.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userIdList",
     "max": 100
    }
   ],
   "confidence": "medium",
   "overviewRows": [
    "Sort Contacts user IDs"
   ],
   "errors": [
    {
     "status": 500,
     "code": "listsize.too.long",
     "meaning": "more than 100 ids",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "sortType": {
      "type": "integer"
     },
     "userIdList": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 100
     }
    },
    "required": [
     "userIdList"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "userIdList": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    }
   }
  },
  "listLeaveRecords": {
   "id": "listLeaveRecords",
   "method": "GET",
   "path": "/v1.0/contact/empLeaveRecords",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "users",
   "summary": "List records of people who left the organization",
   "description": "leaveReason: oapi, cancel, leave, unknown, delete. oapi marks removal through the API, so a reconciler can tell its own deletions from manual ones. Timestamps ISO 8601 with Z.",
   "notes": [
    "max window days: 365"
   ],
   "permissions": [
    "Contact.Common.Read"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": "0",
    "size": "maxResults",
    "max": 50,
    "next": "nextToken",
    "more": null,
    "items": "records",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Query the resignation record list"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter.param.invalid",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "endTime",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "maxResults",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "maximum": 50,
      "minimum": 1
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "startTime",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "nextToken": {
      "type": "string"
     },
     "records": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "leaveReason": {
         "type": "string",
         "x-personal": true
        },
        "leaveTime": {
         "type": "string"
        },
        "mobile": {
         "type": "string",
         "x-personal": true
        },
        "name": {
         "type": "string"
        },
        "stateCode": {
         "type": "string"
        },
        "userId": {
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "getSeniorSetting": {
   "id": "getSeniorSetting",
   "method": "GET",
   "path": "/v1.0/contact/seniorSettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "executive-mode",
   "summary": "Read executive mode of one user",
   "description": "whitelist entry type: 1 user, 2 department, 3 role; id is a string for all three. The response has no explicit on/off flag; treat an empty protectScenes and empty whitelist as off only after checking senior from the legacy user detail call.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get user Executive mode settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "parameter.userNotExists",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "parameter.orgNotExists",
     "meaning": "no such org",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "seniorStaffId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "protectScenes": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "seniorStaffId": {
      "type": "string"
     },
     "seniorWhiteList": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "id": {
         "type": "string"
        },
        "name": {
         "type": "string"
        },
        "type": {
         "type": "integer"
        }
       }
      }
     }
    }
   }
  },
  "setSeniorSetting": {
   "id": "setSeniorSetting",
   "method": "POST",
   "path": "/v1.0/contact/seniorSettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "executive-mode",
   "summary": "Set executive mode of one user",
   "description": "Full replacement per user is assumed (not stated). protectScenes enum: DING_SMS, DING_MSG, CHAT, CONFERENCE_VIDEO, CONFERENCE, VIDEO_CALL, CONFERENCE_VOIP, CALL, SEARCH, CALL_CENTER. Empty 200 body.",
   "notes": [],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "seniorStaffId"
   ],
   "lookup": "getSeniorSetting",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Set Executive mode"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "parameter.orgNotExists",
     "meaning": "no such org",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "parameter.userNotExists",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "open": {
      "type": "boolean"
     },
     "permitDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 200,
      "x-max-together": {
       "with": [
        "permitStaffIds",
        "permitTagIds"
       ],
       "max": 200
      }
     },
     "permitStaffIds": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 200,
      "x-max-together": {
       "with": [
        "permitDeptIds",
        "permitTagIds"
       ],
       "max": 200
      }
     },
     "permitTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 200,
      "x-max-together": {
       "with": [
        "permitStaffIds",
        "permitDeptIds"
       ],
       "max": 200
      }
     },
     "protectScenes": {
      "type": "array",
      "items": {
       "type": "string",
       "enum": [
        "DING_SMS",
        "DING_MSG",
        "CHAT",
        "CONFERENCE_VIDEO",
        "CONFERENCE",
        "VIDEO_CALL",
        "CONFERENCE_VOIP",
        "CALL",
        "SEARCH",
        "CALL_CENTER"
       ]
      }
     },
     "seniorStaffId": {
      "type": "string"
     }
    },
    "required": [
     "open",
     "seniorStaffId"
    ]
   },
   "response": {}
  },
  "searchDepartments": {
   "id": "searchDepartments",
   "method": "POST",
   "path": "/v1.0/contact/departments/search",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "departments",
   "summary": "Search department ids by name or pinyin",
   "description": "Returns ids only, fuzzy. The DingTalk CLI reports that a hit on the root department comes back as -1 and must be mapped to 1.",
   "notes": [
    "max size: not published"
   ],
   "permissions": [
    "qyapi_addresslist_search"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "offset",
    "first": 0,
    "size": "size",
    "max": null,
    "next": null,
    "more": "hasMore",
    "items": "list",
    "step": "unknown"
   },
   "confidence": "high",
   "overviewRows": [
    "Search for a department ID"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "offset": {
      "type": "integer"
     },
     "queryWord": {
      "type": "string"
     },
     "size": {
      "type": "integer"
     }
    },
    "required": [
     "offset",
     "queryWord",
     "size"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "list": {
      "type": "array",
      "items": {
       "type": "integer"
      }
     },
     "totalCount": {
      "type": "integer"
     }
    }
   }
  },
  "setDepartmentVisibilityPriority": {
   "id": "setDepartmentVisibilityPriority",
   "method": "POST",
   "path": "/v1.0/contact/depts/settings/priorities",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Choose whether sub-department viewing settings override the parent",
   "description": "One org-wide switch. false (default) means the parent wins. No read endpoint exists, so the state cannot be observed.",
   "notes": [],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Set Department visibility priority"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "enable": {
      "type": "boolean"
     }
    },
    "required": [
     "enable"
    ]
   },
   "response": {}
  },
  "listStaffAttributeVisibility": {
   "id": "listStaffAttributeVisibility",
   "method": "GET",
   "path": "/v1.0/contact/staffAttributes/visibilitySettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "List user-attribute hiding rules",
   "description": "Request cursor is nextToken, response cursor is nextCursor. First call passes -1. The sample also shows nextCursor -1 with hasMore true, so trust hasMore.",
   "notes": [],
   "permissions": [
    "Contact.ReachableRule.ReadWrite"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": -1,
    "size": "maxResults",
    "max": 100,
    "next": "nextCursor",
    "more": "hasMore",
    "items": "list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get user attribute visibility settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "maxResults",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "list": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "active": {
         "type": "boolean"
        },
        "description": {
         "type": "string"
        },
        "excludeDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "excludeStaffIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "excludeTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "gmtCreate": {
         "type": "string"
        },
        "gmtModified": {
         "type": "string"
        },
        "hideFields": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "id": {
         "type": "integer",
         "format": "int64"
        },
        "name": {
         "type": "string"
        },
        "objectDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "objectStaffIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "objectTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     },
     "nextCursor": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "upsertStaffAttributeVisibility": {
   "id": "upsertStaffAttributeVisibility",
   "method": "POST",
   "path": "/v1.0/contact/staffAttributes/visibilitySettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Create or update a user-attribute hiding rule",
   "description": "Without id it creates; with id it updates. hideFields holds custom attribute ids or: name, department, email, manager, title, mobile, ext_number, work_station, remark, hire_date, job_number. result is the rule id. No natural key: keep the id in state or match on name.",
   "notes": [
    "max rules: limited; number not published (ruleNum.exceed.limit)"
   ],
   "permissions": [
    "Contact.ReachableRule.ReadWrite"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": false,
   "naturalKey": [
    "id",
    "name"
   ],
   "lookup": "listStaffAttributeVisibility",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Set user attribute visibility"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "ruleNum.exceed.limit",
     "meaning": "rule count limit reached",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "forbid.add.rule",
     "meaning": "org over rule quota; adding blocked",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "directory.invalid",
     "meaning": "rule directory unusable",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "active": {
      "type": "boolean"
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeStaffIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "hideFields": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "id": {
      "type": "integer",
      "format": "int64"
     },
     "name": {
      "type": "string"
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectStaffIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "deleteStaffAttributeVisibility": {
   "id": "deleteStaffAttributeVisibility",
   "method": "DELETE",
   "path": "/v1.0/contact/staffAttributes/visibilitySettings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Delete a user-attribute hiding rule",
   "description": "Docs show result true; the SDK models no body.",
   "notes": [],
   "permissions": [
    "Contact.ReachableRule.ReadWrite"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "listStaffAttributeVisibility",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete user attribute visibility settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "listContactHideSettings": {
   "id": "listContactHideSettings",
   "method": "GET",
   "path": "/v1.0/contact/contactHideSettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "List contact hiding rules",
   "description": "First call passes 0. Does not return hideInUserProfile or hideInSearch, so those two fields are write-only and drift on them is invisible.",
   "notes": [],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": 0,
    "size": "maxResults",
    "max": 100,
    "next": "nextToken",
    "more": "hasMore",
    "items": "list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get Contacts hiding settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "maxResults",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "list": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "active": {
         "type": "boolean"
        },
        "description": {
         "type": "string"
        },
        "excludeDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "excludeStaffIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "excludeTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "id": {
         "type": "integer",
         "format": "int64"
        },
        "name": {
         "type": "string"
        },
        "objectDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "objectStaffIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "objectTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        }
       }
      }
     },
     "nextToken": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "upsertContactHideSetting": {
   "id": "upsertContactHideSetting",
   "method": "PUT",
   "path": "/v1.0/contact/contactHideSettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Create or update a contact hiding rule",
   "description": "PUT both creates (no id) and updates (id). Independent of the admin-console hide switch; the effective result is the OR of both.",
   "notes": [
    "max object entries: 50",
    "max exclude entries: 50"
   ],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": false,
   "naturalKey": [
    "id",
    "name"
   ],
   "lookup": "listContactHideSettings",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Add or update Contacts hiding settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "active": {
      "type": "boolean"
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeStaffIds",
        "excludeTagIds"
       ],
       "max": 50
      }
     },
     "excludeStaffIds": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeDeptIds",
        "excludeTagIds"
       ],
       "max": 50
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeStaffIds",
        "excludeDeptIds"
       ],
       "max": 50
      }
     },
     "hideInSearch": {
      "type": "boolean",
      "x-write-only": true
     },
     "hideInUserProfile": {
      "type": "boolean",
      "x-write-only": true
     },
     "id": {
      "type": "integer",
      "format": "int64"
     },
     "name": {
      "type": "string"
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "objectStaffIds",
        "objectTagIds"
       ],
       "max": 50
      }
     },
     "objectStaffIds": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "objectDeptIds",
        "objectTagIds"
       ],
       "max": 50
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "objectStaffIds",
        "objectDeptIds"
       ],
       "max": 50
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "deleteContactHideSetting": {
   "id": "deleteContactHideSetting",
   "method": "DELETE",
   "path": "/v1.0/contact/contactHideSettings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Delete a contact hiding rule",
   "notes": [],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "listContactHideSettings",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete Contacts hiding settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {}
  },
  "listContactRestrictSettings": {
   "id": "listContactRestrictSettings",
   "method": "GET",
   "path": "/v1.0/contact/restrictions/settings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "List contact viewing restrictions",
   "description": "First call omits nextToken.",
   "notes": [],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": null,
    "size": "maxResults",
    "max": 100,
    "next": "nextToken",
    "more": "hasMore",
    "items": "list",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [
    "Get the list of Contacts viewing restriction settings"
   ],
   "errors": [
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "maxResults",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "maximum": 100,
      "minimum": 1
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "list": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "active": {
         "type": "boolean"
        },
        "description": {
         "type": "string"
        },
        "excludeDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "excludeTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "excludeUserIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "id": {
         "type": "integer",
         "format": "int64"
        },
        "name": {
         "type": "string"
        },
        "restrictInSearch": {
         "type": "boolean"
        },
        "restrictInUserProfile": {
         "type": "boolean"
        },
        "subjectDeptIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "subjectTagIds": {
         "type": "array",
         "items": {
          "type": "integer",
          "format": "int64"
         }
        },
        "subjectUserIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "type": {
         "type": "string"
        }
       }
      }
     },
     "nextToken": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "upsertContactRestrictSetting": {
   "id": "upsertContactRestrictSetting",
   "method": "PUT",
   "path": "/v1.0/contact/restrictions/settings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Create or update a contact viewing restriction",
   "description": "Exclude lists count only when type is excludeNode. At least one subject list must be non-empty. Independent of the admin-console restriction; the effective result is the OR of both.",
   "notes": [
    "max subject entries: 50",
    "max exclude entries: 50"
   ],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": false,
   "naturalKey": [
    "id",
    "name"
   ],
   "lookup": "listContactRestrictSettings",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Add or modify Contacts viewing restriction settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "userIdInvalid",
     "meaning": "no such userId",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "excludeNodeExceed",
     "meaning": "more than 50 exclude entries",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "subjectNodeExceed",
     "meaning": "more than 50 subject entries",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "typeInvalid",
     "meaning": "type outside enum",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "subjectNodeEmpty",
     "meaning": "all subject lists empty",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "idInvalid",
     "meaning": "no setting with that id",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "active": {
      "type": "boolean"
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeUserIds",
        "excludeTagIds"
       ],
       "max": 50
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeUserIds",
        "excludeDeptIds"
       ],
       "max": 50
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "excludeDeptIds",
        "excludeTagIds"
       ],
       "max": 50
      }
     },
     "id": {
      "type": "integer",
      "format": "int64"
     },
     "name": {
      "type": "string"
     },
     "restrictInSearch": {
      "type": "boolean"
     },
     "restrictInUserProfile": {
      "type": "boolean"
     },
     "subjectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "subjectUserIds",
        "subjectTagIds"
       ],
       "max": 50
      }
     },
     "subjectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "subjectUserIds",
        "subjectDeptIds"
       ],
       "max": 50
      }
     },
     "subjectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 50,
      "x-max-together": {
       "with": [
        "subjectDeptIds",
        "subjectTagIds"
       ],
       "max": 50
      }
     },
     "type": {
      "type": "string",
      "enum": [
       "onlySelf",
       "onlySelfDeptAndChild",
       "excludeNode"
      ]
     }
    },
    "required": [
     "type"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "deleteContactRestrictSetting": {
   "id": "deleteContactRestrictSetting",
   "method": "DELETE",
   "path": "/v1.0/contact/restrictions/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "visibility",
   "summary": "Delete a contact viewing restriction",
   "notes": [],
   "permissions": [
    "Contact.Visibility.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "listContactRestrictSettings",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Delete Contacts viewing restriction settings"
   ],
   "errors": [
    {
     "status": 400,
     "code": "idInvalid",
     "meaning": "no setting with that id",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "enableOrgAccount": {
   "id": "enableOrgAccount",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/enable",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Enable an enterprise account",
   "description": "Idempotence is not documented. SSO accounts can be enabled or disabled only through the API.",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "userId"
   ],
   "lookup": "getOrgAccountStatus",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Enable an Enterprise Account"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "user.not.exist",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "exclusive.account.only",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "disableOrgAccount": {
   "id": "disableOrgAccount",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/disable",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Disable an enterprise account",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "userId"
   ],
   "lookup": "getOrgAccountStatus",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Disable an Enterprise Account"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "user.not.exist",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "exclusive.account.only",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "reason": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "signOutOrgAccount": {
   "id": "signOutOrgAccount",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/signOut",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Force an enterprise account to sign out",
   "description": "reasonI18nForEmployee appears in docs (2026-03) but not yet in SDK 2.2.27. An action, not state: keep it out of plan/apply.",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "action",
   "idempotent": true,
   "naturalKey": [
    "userId"
   ],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Force sign-out of an Enterprise Account"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "user.not.exist",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "exclusive.account.only",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "reason": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     },
     "reasonI18nForEmployee": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      }
     }
    },
    "required": [
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "getOrgAccountStatus": {
   "id": "getOrgAccountStatus",
   "method": "GET",
   "path": "/v1.0/contact/orgAccounts/status",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Read whether an enterprise account is disabled",
   "description": "disable true means disabled. One user per call.",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query the status of an Enterprise Account"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "user.not.exist",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "exclusive.account.only",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "disable": {
      "type": "boolean"
     }
    }
   }
  },
  "listOrgAccountOwnedOrgs": {
   "id": "listOrgAccountOwnedOrgs",
   "method": "GET",
   "path": "/v1.0/contact/orgAccounts/ownedOrganizations",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "List organizations an enterprise account created",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query the organizations an Enterprise Account owns"
   ],
   "errors": [
    {
     "status": 400,
     "code": "exclusive.account.limit",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "profile.not.exist",
     "meaning": "no such account",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "employee.not.exist",
     "meaning": "no such employee",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "orgList": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "corpId": {
         "type": "string"
        },
        "corpName": {
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "authorizeOrgAccountsMultiOrg": {
   "id": "authorizeOrgAccountsMultiOrg",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/multiOrgPermissions/auth",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Allow enterprise accounts to join another organization",
   "description": "grantDeptIdList absent means the whole organization. No revoke and no read call.",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "action",
   "idempotent": true,
   "naturalKey": [
    "joinCorpId"
   ],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Authorize an Enterprise Account to join multiple organizations"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "grantDeptIdList": {
      "type": "array",
      "items": {
       "type": "integer"
      }
     },
     "joinCorpId": {
      "type": "string"
     }
    },
    "required": [
     "joinCorpId"
    ]
   },
   "response": {}
  },
  "changeDingTalkId": {
   "id": "changeDingTalkId",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/dingTalkIds/change",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Change the DingTalk id of an enterprise account",
   "description": "Globally unique, starts with a letter, letters and digits only.",
   "notes": [
    "changes per account per year: 1",
    "min length: 6",
    "max length: 20",
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "qyapi_manage_addresslist"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": false,
   "naturalKey": [
    "userId"
   ],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Change the DingTalk ID of an Enterprise Account"
   ],
   "errors": [
    {
     "status": 400,
     "code": "incorrect.format",
     "meaning": "DingTalk id format wrong",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "have.been.set",
     "meaning": "already changed within the allowed window",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "emp.not.exist",
     "meaning": "no such employee",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "internalenterpriseaccount.limit",
     "meaning": "not an enterprise account of this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "incorrect.length",
     "meaning": "DingTalk id length wrong",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "incorrect.reserved",
     "meaning": "DingTalk id taken",
     "action": "exists",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "dingTalkId": {
      "type": "string",
      "minLength": 6,
      "maxLength": 20
     },
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "dingTalkId",
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "transferOrgCreator": {
   "id": "transferOrgCreator",
   "method": "POST",
   "path": "/v1.0/contact/orgAccounts/mainAdministrators/change",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Hand an owned organization to another enterprise account",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Contact.OrgAccountSecurity.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "action",
   "idempotent": false,
   "naturalKey": [
    "effectCorpId"
   ],
   "lookup": "listOrgAccountOwnedOrgs",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Transfer an Enterprise Account to the Super Admin (creator)"
   ],
   "errors": [
    {
     "status": 400,
     "code": "not.main.administrator",
     "meaning": "source is not the creator of that org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "exclusive.account.limit",
     "meaning": "target is not an enterprise account owned by this org",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "profile.not.exist",
     "meaning": "no such account",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "employee.not.exist",
     "meaning": "no such employee",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "effectCorpId": {
      "type": "string"
     },
     "sourceUserId": {
      "type": "string"
     },
     "targetUserId": {
      "type": "string"
     }
    },
    "required": [
     "effectCorpId",
     "sourceUserId",
     "targetUserId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "setOrgAccountFieldsVisibleInOtherOrg": {
   "id": "setOrgAccountFieldsVisibleInOtherOrg",
   "method": "PUT",
   "path": "/v1.0/contact/orgAccounts/mobiles/visibleInOtherOrg",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "enterprise-accounts",
   "summary": "Choose which enterprise-account fields other organizations can see",
   "description": "fields enum mobile, status; empty means mobile only. The permission code is really spelled Visiblity.",
   "notes": [],
   "permissions": [
    "Contact.OrgAccount.VisiblityInOtherOrg"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "toCorpIds"
   ],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Authorize other organizations to view Enterprise Account information of this organization"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "fields": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "optUserId": {
      "type": "string"
     },
     "toCorpIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "optUserId",
     "toCorpIds"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "getDingIdByMigrationDingId": {
   "id": "getDingIdByMigrationDingId",
   "method": "GET",
   "path": "/v1.0/contact/orgAccount/getDingIdByMigrationDingIds",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-migration",
   "summary": "Original dingId for a migrated dingId",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountMigration.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query the original dingId by migrated dingId"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalid.userid",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "migrationDingId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "dingId": {
      "type": "string"
     }
    }
   }
  },
  "getUnionIdByMigrationUnionId": {
   "id": "getUnionIdByMigrationUnionId",
   "method": "GET",
   "path": "/v1.0/contact/orgAccount/getUnionIdByMigrationUnionIds",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-migration",
   "summary": "Original unionId for a migrated unionId",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountMigration.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Query the original unionId by migrated unionId"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalid.userid",
     "meaning": "no such user",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "illegal.migration.unionId",
     "meaning": "bad migrationUnionId",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "migrationUnionId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "unionId": {
      "type": "string"
     }
    }
   }
  },
  "getMigrationDingIdByDingId": {
   "id": "getMigrationDingIdByDingId",
   "method": "GET",
   "path": "/v1.0/contact/orgAccount/getMigrationDingIdByDingIds",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-migration",
   "summary": "Migrated dingIds for an original dingId",
   "description": "The documented field is migrationDingIdList (a map) but the sample body is a bare map: parse both.",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountMigration.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "medium",
   "overviewRows": [
    "Query the migrated dingId by original dingId"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "dingId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "migrationDingIdList": {
      "type": "object",
      "additionalProperties": true
     }
    }
   }
  },
  "getMigrationUnionIdByUnionId": {
   "id": "getMigrationUnionIdByUnionId",
   "method": "GET",
   "path": "/v1.0/contact/orgAccount/getMigrationUnionIdByUnionIds",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-migration",
   "summary": "Migrated unionIds for an original unionId",
   "description": "The documented field is migrationUnionIdList (a map) but the sample body is a bare map: parse both.",
   "notes": [],
   "permissions": [
    "Contact.OrgAccountMigration.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "medium",
   "overviewRows": [
    "Query the migrated unionId by original unionId"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalid.param",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalid.unionId",
     "meaning": "unionId missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "unionId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "migrationUnionIdList": {
      "type": "object",
      "additionalProperties": true
     }
    }
   }
  },
  "getOrgAuthInfo": {
   "id": "getOrgAuthInfo",
   "method": "GET",
   "path": "/v1.0/contact/organizations/authInfos",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "organization",
   "summary": "Read organization certification",
   "description": "authLevel 0 none, 1 high, 2 middle; at 0 only authLevel and orgName come back.",
   "notes": [],
   "permissions": [
    "Contact.Org.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get Organization Authentication information"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter.system.param",
     "meaning": "bad or missing system parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "permission.denied",
     "meaning": "target org did not authorise",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidParameter.appKey.blank",
     "meaning": "appKey missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "service.system.error",
     "meaning": "dependency failed",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "targetCorpId",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "authLevel": {
      "type": "integer"
     },
     "legalPerson": {
      "type": "string",
      "x-personal": true
     },
     "licenseOrgName": {
      "type": "string"
     },
     "licenseUrl": {
      "type": "string"
     },
     "orgName": {
      "type": "string"
     },
     "organizationCode": {
      "type": "string"
     },
     "registrationNum": {
      "type": "string"
     },
     "unifiedSocialCredit": {
      "type": "string"
     }
    }
   }
  },
  "getInviteInfo": {
   "id": "getInviteInfo",
   "method": "GET",
   "path": "/v1.0/contact/invites/infos",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "organization",
   "summary": "Read organization or department invitation settings",
   "notes": [],
   "permissions": [
    "Contact.Common.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get Organization invitation information"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter.param.empty",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidParameter.param.orgIdInvalid",
     "meaning": "org missing or dissolved",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "invalid.system.errror",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "deptId",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "inviterUserId",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "auditType": {
      "type": "integer"
     },
     "empApplyJoinDept": {
      "type": "boolean"
     },
     "inviteSwitch": {
      "type": "boolean"
     },
     "inviteUrl": {
      "type": "string"
     },
     "linkInvite": {
      "type": "boolean"
     },
     "orgApplyCodeInvite": {
      "type": "boolean"
     },
     "searchNameInvite": {
      "type": "boolean"
     }
    }
   }
  },
  "getLatestDingIndex": {
   "id": "getLatestDingIndex",
   "method": "GET",
   "path": "/v1.0/contact/dingIndexs",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "organization",
   "summary": "Read the latest DingTalk index",
   "notes": [],
   "permissions": [
    "Contact.Common.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the latest DingTalk Index of the Organization"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter.param.empty",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "invalid.system.errror",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "response": {
    "type": "object",
    "properties": {
     "idxCarbon": {
      "type": "number"
     },
     "idxEfficiency": {
      "type": "number"
     },
     "idxMonthlyAvg": {
      "type": "number"
     },
     "idxTotal": {
      "type": "number"
     },
     "statDate": {
      "type": "string"
     }
    }
   }
  },
  "canUserAdminApp": {
   "id": "canUserAdminApp",
   "method": "GET",
   "path": "/v1.0/microApp/apps/{agentId}/users/{userId}/adminAccess",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "organization",
   "summary": "Check whether a user can administer an app",
   "description": "Third-party apps only.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Check whether an Admin has App Management permissions"
   ],
   "errors": [
    {
     "status": 400,
     "code": "invalidUserId",
     "meaning": "bad userId",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidAgentId",
     "meaning": "bad agentId",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "systemError",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "agentId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "userId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "startContactIdTranslation": {
   "id": "startContactIdTranslation",
   "method": "POST",
   "path": "/v1.0/contact/files/translate",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-translation",
   "summary": "Start an asynchronous contact-id translation job",
   "description": "Third-party apps with encrypted contacts only; irrelevant to an internal app.",
   "notes": [
    "formats: xlsx, xls, csv, txt"
   ],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "action",
   "idempotent": false,
   "naturalKey": [],
   "lookup": "getContactIdTranslation",
   "batch": [
    {
     "field": "medias",
     "max": 20
    }
   ],
   "confidence": "high",
   "overviewRows": [
    "Asynchronously translate Contacts IDs"
   ],
   "errors": [
    {
     "status": 400,
     "code": "param.invalid",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "medias": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "maxProperties": 20
     },
     "outputFileName": {
      "type": "string"
     },
     "unionId": {
      "type": "string"
     }
    },
    "required": [
     "medias",
     "unionId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "jobId": {
      "type": "string"
     }
    }
   }
  },
  "getContactIdTranslation": {
   "id": "getContactIdTranslation",
   "method": "GET",
   "path": "/v1.0/contact/files/translateResults",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "id-translation",
   "summary": "Read a translation job result",
   "description": "status is a string: 0 running, 1 done, 2 failed.",
   "notes": [],
   "permissions": [
    "qyapi_get_member"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the result of an asynchronous translation task"
   ],
   "errors": [
    {
     "status": 400,
     "code": "param.invalid",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.busy",
     "meaning": "server busy",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "jobId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "status": {
      "type": "string"
     },
     "url": {
      "type": "string"
     }
    }
   }
  },
  "createCooperateCorp": {
   "id": "createCooperateCorp",
   "method": "POST",
   "path": "/v1.0/contact/cooperateCorps",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Create an upstream-downstream organization",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Contact.CooperateCorp.Write"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "orgName"
   ],
   "lookup": "listJoinedCooperateOrgs",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Create an upstream-downstream organization"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "industryCode": {
      "type": "integer"
     },
     "logoMediaId": {
      "type": "string"
     },
     "orgName": {
      "type": "string"
     }
    },
    "required": [
     "orgName"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "cooperateCorpId": {
      "type": "string"
     }
    }
   }
  },
  "separateBranchCorp": {
   "id": "separateBranchCorp",
   "method": "POST",
   "path": "/v1.0/contact/cooperateCorps/separate",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Remove an associated organization",
   "description": "Same call serves the trunk/branch product.",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Contact.CooperateCorp.Write"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "attachDeptId"
   ],
   "lookup": "listCooperateOrgMembers",
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Remove the Association with an organization",
    "Remove the Association with an organization (trunk-branch)"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "attachDeptId": {
      "type": "integer",
      "format": "int64"
     }
    },
    "required": [
     "attachDeptId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "getCooperateCorpInvite": {
   "id": "getCooperateCorpInvite",
   "method": "GET",
   "path": "/v1.0/contact/cooperateCorps/{cooperateCorpId}/inviteInfos",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Get the invite link of an upstream-downstream organization",
   "notes": [],
   "permissions": [
    "Contact.CooperateCorp.Read"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get the invitation information of upstream-downstream organizations"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "cooperateCorpId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "inviteUrl": {
      "type": "string"
     }
    }
   }
  },
  "approveUnionApplications": {
   "id": "approveUnionApplications",
   "method": "POST",
   "path": "/v1.0/contact/cooperateCorps/unionApplications/approve",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Approve partner or branch applications",
   "notes": [],
   "permissions": [
    "Contact.CooperateCorp.Write"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "action",
   "idempotent": true,
   "naturalKey": [],
   "lookup": "listCooperateOrgMembers",
   "batch": [
    {
     "field": "$body",
     "max": 10
    }
   ],
   "confidence": "high",
   "overviewRows": [
    "Bulk approve partner organizations' applications to join",
    "Bulk approve partner organizations' applications to join (trunk-branch)"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "branchCorpId": {
       "type": "string"
      },
      "linkDeptId": {
       "type": "integer",
       "format": "int64"
      },
      "unionRootName": {
       "type": "string"
      }
     }
    },
    "maxItems": 10
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "updateBranchAttributes": {
   "id": "updateBranchAttributes",
   "method": "PUT",
   "path": "/v1.0/contact/cooperateCorps/branchAttributes",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Update partner or branch attributes",
   "description": "linkDeptId -1 means top level. For branches the token must belong to the trunk organization.",
   "notes": [],
   "permissions": [
    "Contact.CooperateCorp.Write"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Update the attribute information of a partner organization within the upstream-downstream organization",
    "Update the attribute information of a branch organization within the trunk organization (trunk-branch)"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "branchCorpId": {
       "type": "string"
      },
      "linkDeptId": {
       "type": "integer",
       "format": "int64"
      },
      "unionRootName": {
       "type": "string"
      }
     },
     "required": [
      "branchCorpId",
      "linkDeptId",
      "unionRootName"
     ]
    }
   },
   "response": {}
  },
  "updateBranchVisibility": {
   "id": "updateBranchVisibility",
   "method": "PUT",
   "path": "/v1.0/contact/cooperateCorps/branchVisibleSettings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Set the visibility scope of a partner or branch",
   "description": "type 0 hide the partner, 1 partner sees only itself.",
   "notes": [],
   "permissions": [
    "Contact.CooperateCorp.Write"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": true,
   "effect": "update",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Set the visibility scope of a partner organization within the upstream-downstream organization",
    "Set the visibility scope of a branch organization within the trunk organization (trunk-branch)"
   ],
   "errors": [
    {
     "status": 400,
     "code": "parameter.blank",
     "meaning": "parameter missing",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "parameter.error",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "system.error",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "branchCorpId": {
       "type": "string"
      },
      "open": {
       "type": "boolean"
      },
      "type": {
       "type": "integer"
      },
      "visibleBranchCorpIds": {
       "type": "array",
       "items": {
        "type": "string"
       }
      },
      "visibleDeptIds": {
       "type": "array",
       "items": {
        "type": "integer",
        "format": "int64"
       }
      }
     },
     "required": [
      "branchCorpId",
      "open",
      "type"
     ]
    }
   },
   "response": {}
  },
  "searchBranchAuthData": {
   "id": "searchBranchAuthData",
   "method": "POST",
   "path": "/v1.0/contact/branchAuthDatas/search",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "upstream-downstream",
   "summary": "Read data a branch authorised to the trunk",
   "notes": [],
   "permissions": [
    "Contact.UnionBranchData.Read"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [
    "Get authorization data for upstream-downstream organization branches (trunk-branch)"
   ],
   "errors": [],
   "parameters": [
    {
     "name": "branchCorpId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "code",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "body": {
    "type": "object",
    "additionalProperties": {
     "type": "string"
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "fieldCode": {
         "type": "string"
        },
        "fieldName": {
         "type": "string"
        },
        "fieldValue": {
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "queryRoster": {
   "id": "queryRoster",
   "method": "POST",
   "path": "/v1.0/hrm/rosters/lists/query",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Read Smart HR roster fields for a batch of users",
   "description": "The widest batch read of people (100 per call), but roster data is a different store from Contacts. Needs Smart HR.",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userIdList",
     "max": 100
    },
    {
     "field": "fieldFilterList",
     "max": 100
    }
   ],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "noPermission",
     "meaning": "no permission",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidParameter",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "systemError",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "appAgentId": {
      "type": "integer",
      "format": "int64"
     },
     "fieldFilterList": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 100
     },
     "text2SelectConvert": {
      "type": "boolean"
     },
     "userIdList": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "maxItems": 100
     }
    },
    "required": [
     "appAgentId",
     "userIdList"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "corpId": {
         "type": "string"
        },
        "fieldDataList": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "fieldCode": {
            "type": "string"
           },
           "fieldName": {
            "type": "string"
           },
           "fieldValueList": {
            "type": "array",
            "items": {
             "type": "object",
             "properties": {
              "itemIndex": {
               "type": "integer"
              },
              "label": {
               "type": "string"
              },
              "value": {
               "type": "string"
              }
             }
            }
           },
           "groupId": {
            "type": "string"
           }
          }
         }
        },
        "unionId": {
         "type": "string"
        },
        "userId": {
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "listDismissedUserIds": {
   "id": "listDismissedUserIds",
   "method": "GET",
   "path": "/v1.0/hrm/employees/dismissions",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "List user ids of dismissed employees",
   "notes": [
    "default page size: 30"
   ],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": 0,
    "size": "maxResults",
    "max": 50,
    "next": "nextToken",
    "more": "hasMore",
    "items": "userIdList",
    "step": "cursor"
   },
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "systemError",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "maxResults",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "maximum": 50,
      "minimum": 1
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "hasMore": {
      "type": "boolean"
     },
     "nextToken": {
      "type": "integer",
      "format": "int64"
     },
     "userIdList": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    }
   }
  },
  "getDismissionInfos": {
   "id": "getDismissionInfos",
   "method": "GET",
   "path": "/v1.0/hrm/employees/dimissionInfos",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Read dismissal details for a batch of users",
   "description": "preStatus 1 pending hire, 2 probation, 3 regular. status 1 leaving, 2 left, 3 neither, 4 approval pending. The list of active employees stays on the legacy host (smartwork/hrm/employee/queryonjob, 50 a page).",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": false,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [
    {
     "field": "userIdList",
     "max": 50
    }
   ],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "invalidParameter",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "corpNotOpenHrm",
     "meaning": "Smart HR not enabled",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "systemError",
     "meaning": "server fault",
     "action": "retry",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "userIdList",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string",
      "x-wire": "json-string",
      "x-items": {
       "type": "string"
      }
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "deptList": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "dept_id": {
            "type": "integer",
            "format": "int64"
           },
           "dept_path": {
            "type": "string"
           }
          }
         }
        },
        "handoverUserId": {
         "type": "string"
        },
        "lastWorkDay": {
         "type": "integer",
         "format": "int64",
         "x-wire": "ms-timestamp"
        },
        "mainDeptId": {
         "type": "integer",
         "format": "int64"
        },
        "mainDeptName": {
         "type": "string"
        },
        "name": {
         "type": "string"
        },
        "passiveReason": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "preStatus": {
         "type": "integer"
        },
        "reasonMemo": {
         "type": "string",
         "x-personal": true
        },
        "status": {
         "type": "integer"
        },
        "userId": {
         "type": "string"
        },
        "voluntaryReason": {
         "type": "array",
         "items": {
          "type": "string"
         }
        }
       }
      }
     }
    }
   }
  },
  "listRosterFields": {
   "id": "listRosterFields",
   "method": "GET",
   "path": "/v1.0/hrm/rosters/meta/authorities/fields",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "List roster fields the app may read",
   "notes": [],
   "permissions": [
    "qyapi_hrm_read_user"
   ],
   "appTypes": [
    "third-party"
   ],
   "metered": true,
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "noPermission",
     "meaning": "no permission",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidAgentId",
     "meaning": "bad agentId",
     "action": "config",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [
    {
     "name": "appAgentId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "fieldCode": {
         "type": "string"
        },
        "fieldName": {
         "type": "string"
        },
        "fieldType": {
         "type": "string"
        },
        "optionText": {
         "type": "string"
        }
       }
      }
     }
    }
   }
  },
  "transferEmployee": {
   "id": "transferEmployee",
   "method": "POST",
   "path": "/v1.0/hrm/processes/transfer",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "hrm",
   "summary": "Transfer an employee through Smart HR",
   "description": "Required instead of legacy user update when Smart HR position management is on (legacy update then fails with errcode 12150 for title or department).",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "Hrm.Process.ReadWrite"
   ],
   "appTypes": [
    "internal"
   ],
   "metered": false,
   "effect": "update",
   "idempotent": false,
   "naturalKey": [
    "userId"
   ],
   "lookup": "getUser",
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 400,
     "code": "ranIdInvalid",
     "meaning": "rank id wrong",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "mainDeptIdInvalid",
     "meaning": "main department id wrong",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "rankIdAgainstConstraint",
     "meaning": "position and rank conflict",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "positionIdInvalid",
     "meaning": "position id wrong",
     "action": "absent",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "positioinAgainstConstraint",
     "meaning": "position and main department conflict",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "suiteCallInvalid",
     "meaning": "micro app not enabled",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invokeFrequentyly",
     "meaning": "too frequent",
     "action": "retry",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "invalidParameter",
     "meaning": "bad parameter",
     "action": "item",
     "basis": "endpoint-page"
    },
    {
     "status": 400,
     "code": "noPermission",
     "meaning": "no permission",
     "action": "config",
     "basis": "endpoint-page"
    },
    {
     "status": 500,
     "code": "systemError",
     "meaning": "server fault",
     "action": "check",
     "basis": "endpoint-page"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "deptIdsAfterTransfer": {
      "type": "array",
      "items": {
       "type": "integer"
      }
     },
     "jobIdAfterTransfer": {
      "type": "string"
     },
     "mainDeptIdAfterTransfer": {
      "type": "integer"
     },
     "operateUserId": {
      "type": "string"
     },
     "positionIdAfterTransfer": {
      "type": "string"
     },
     "positionLevelAfterTransfer": {
      "type": "string"
     },
     "positionNameAfterTransfer": {
      "type": "string"
     },
     "rankIdAfterTransfer": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "createSceneHideSetting": {
   "id": "createSceneHideSetting",
   "method": "POST",
   "path": "/v1.0/contact/organizations/hides/settings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Create a contact hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "name"
   ],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "name": {
      "type": "string"
     },
     "nodeListSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "settingId": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "updateSceneHideSetting": {
   "id": "updateSceneHideSetting",
   "method": "PUT",
   "path": "/v1.0/contact/organizations/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Update a contact hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "getSceneHideSetting",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "body": {
    "type": "object",
    "properties": {
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "name": {
      "type": "string"
     },
     "nodeListSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "getSceneHideSetting": {
   "id": "getSceneHideSetting",
   "method": "GET",
   "path": "/v1.0/contact/organizations/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Read a contact hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "id": {
      "type": "integer",
      "format": "int64"
     },
     "name": {
      "type": "string"
     },
     "nodeListSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       },
       "deptObjectIncludeEmp": {
        "type": "boolean"
       }
      }
     }
    }
   }
  },
  "deleteSceneHideSetting": {
   "id": "deleteSceneHideSetting",
   "method": "DELETE",
   "path": "/v1.0/contact/organizations/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Delete a contact hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "getSceneHideSetting",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "createSceneAttributeHide": {
   "id": "createSceneAttributeHide",
   "method": "POST",
   "path": "/v1.0/contact/empAttributes/hides/settings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Create an attribute hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "name"
   ],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "chatSubtitleConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "hideFields": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "name": {
      "type": "string"
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "settingId": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "updateSceneAttributeHide": {
   "id": "updateSceneAttributeHide",
   "method": "PUT",
   "path": "/v1.0/contact/empAttributes/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Update an attribute hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "getSceneAttributeHide",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "body": {
    "type": "object",
    "properties": {
     "chatSubtitleConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "hideFields": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "name": {
      "type": "string"
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "getSceneAttributeHide": {
   "id": "getSceneAttributeHide",
   "method": "GET",
   "path": "/v1.0/contact/empAttributes/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Read an attribute hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "chatSubtitleConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "description": {
      "type": "string"
     },
     "excludeDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "excludeUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "hideFields": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "id": {
      "type": "integer",
      "format": "int64"
     },
     "name": {
      "type": "string"
     },
     "objectDeptIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectTagIds": {
      "type": "array",
      "items": {
       "type": "integer",
       "format": "int64"
      }
     },
     "objectUserIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "profileSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     },
     "searchSceneConfig": {
      "type": "object",
      "properties": {
       "active": {
        "type": "boolean"
       }
      }
     }
    }
   }
  },
  "deleteSceneAttributeHide": {
   "id": "deleteSceneAttributeHide",
   "method": "DELETE",
   "path": "/v1.0/contact/empAttributes/hides/settings/{settingId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Delete an attribute hiding rule per scene",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "settingId"
   ],
   "lookup": "getSceneAttributeHide",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "settingId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "listManagementGroups": {
   "id": "listManagementGroups",
   "method": "GET",
   "path": "/v1.0/contact/managementGroups",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "List admin management groups",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "nextToken",
    "first": null,
    "size": "maxResults",
    "max": null,
    "next": "nextToken",
    "more": "hasMore",
    "items": "groups",
    "step": "cursor"
   },
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "maxResults",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer"
     }
    },
    {
     "name": "nextToken",
     "in": "query",
     "required": true,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "groups": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "groupId": {
         "type": "string"
        },
        "groupName": {
         "type": "string"
        },
        "members": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "memberId": {
            "type": "string"
           },
           "memberType": {
            "type": "string"
           }
          }
         }
        },
        "resourceIds": {
         "type": "array",
         "items": {
          "type": "string"
         }
        },
        "scope": {
         "type": "object",
         "properties": {
          "deptIds": {
           "type": "array",
           "items": {
            "type": "integer",
            "format": "int64"
           }
          },
          "scopeType": {
           "type": "integer"
          }
         }
        }
       }
      }
     },
     "hasMore": {
      "type": "boolean"
     },
     "nextToken": {
      "type": "integer",
      "format": "int64"
     }
    }
   }
  },
  "createManagementGroup": {
   "id": "createManagementGroup",
   "method": "POST",
   "path": "/v1.0/contact/managementGroups",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Create an admin management group",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "groupName"
   ],
   "lookup": "listManagementGroups",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "groupName": {
      "type": "string"
     },
     "members": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "memberId": {
         "type": "string"
        },
        "memberType": {
         "type": "string"
        }
       },
       "required": [
        "memberId",
        "memberType"
       ]
      }
     },
     "resourceIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "scope": {
      "type": "object",
      "properties": {
       "deptIds": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        }
       },
       "scopeType": {
        "type": "integer"
       }
      },
      "required": [
       "scopeType"
      ]
     }
    },
    "required": [
     "groupName",
     "members",
     "resourceIds",
     "scope"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "groupId": {
      "type": "string"
     }
    }
   }
  },
  "updateManagementGroup": {
   "id": "updateManagementGroup",
   "method": "PUT",
   "path": "/v1.0/contact/managementGroups/{groupId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Update an admin management group",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [
    "groupId"
   ],
   "lookup": "listManagementGroups",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "groupId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "body": {
    "type": "object",
    "properties": {
     "groupName": {
      "type": "string"
     },
     "members": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "memberId": {
         "type": "string"
        },
        "memberType": {
         "type": "string"
        }
       },
       "required": [
        "memberId",
        "memberType"
       ]
      }
     },
     "resourceIds": {
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "scope": {
      "type": "object",
      "properties": {
       "deptIds": {
        "type": "array",
        "items": {
         "type": "integer",
         "format": "int64"
        }
       },
       "scopeType": {
        "type": "integer"
       }
      },
      "required": [
       "scopeType"
      ]
     }
    },
    "required": [
     "groupName",
     "members",
     "resourceIds",
     "scope"
    ]
   },
   "response": {}
  },
  "deleteManagementGroup": {
   "id": "deleteManagementGroup",
   "method": "DELETE",
   "path": "/v1.0/contact/managementGroups/{groupId}",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Delete an admin management group",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "groupId"
   ],
   "lookup": "listManagementGroups",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "groupId",
     "in": "path",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {}
  },
  "getAccountMapping": {
   "id": "getAccountMapping",
   "method": "GET",
   "path": "/v1.0/contact/accountMappings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Read the external id mapped to a user",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven. accountMappings would give a server-side external key for users, ideal for idempotent import, if it is open to the app.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "domain",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "object",
      "properties": {
       "domain": {
        "type": "string"
       },
       "extension": {
        "type": "object",
        "additionalProperties": {
         "type": "string"
        }
       },
       "outId": {
        "type": "string"
       },
       "outTenantId": {
        "type": "string"
       },
       "userId": {
        "type": "string"
       }
      }
     }
    }
   }
  },
  "addAccountMapping": {
   "id": "addAccountMapping",
   "method": "POST",
   "path": "/v1.0/contact/accountMappings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Map a user to an external id",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven. accountMappings would give a server-side external key for users, ideal for idempotent import, if it is open to the app.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "create",
   "idempotent": false,
   "naturalKey": [
    "domain+userId"
   ],
   "lookup": "getAccountMapping",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "domain": {
      "type": "string"
     },
     "extension": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      }
     },
     "outId": {
      "type": "string"
     },
     "outTenantId": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "domain",
     "outId",
     "outTenantId",
     "userId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "deleteAccountMapping": {
   "id": "deleteAccountMapping",
   "method": "DELETE",
   "path": "/v1.0/contact/accountMappings",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Remove an external id mapping",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven. accountMappings would give a server-side external key for users, ideal for idempotent import, if it is open to the app.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "delete",
   "idempotent": true,
   "naturalKey": [
    "domain+userId"
   ],
   "lookup": "getAccountMapping",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "domain",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "userId",
     "in": "query",
     "required": true,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "updateExternalTitles": {
   "id": "updateExternalTitles",
   "method": "PUT",
   "path": "/v1.0/contact/externalTitles",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Batch update outward-facing titles",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "operatorUserId": {
      "type": "string"
     },
     "updateTitleModelList": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "title": {
         "type": "string"
        },
        "userId": {
         "type": "string"
        }
       }
      }
     }
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "object",
      "properties": {
       "failedList": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "title": {
           "type": "string"
          },
          "userId": {
           "type": "string"
          }
         }
        }
       },
       "modifyList": {
        "type": "array",
        "items": {
         "type": "object",
         "properties": {
          "title": {
           "type": "string"
          },
          "userId": {
           "type": "string"
          }
         }
        }
       },
       "modifyUser": {
        "type": "string"
       }
      }
     },
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "transformToExclusiveAccount": {
   "id": "transformToExclusiveAccount",
   "method": "POST",
   "path": "/v1.0/contact/orgAccount/transformToExclusiveAccounts",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Convert a normal account to an enterprise account",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [
    "irreversible or with side effects: ask before calling"
   ],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": false,
   "naturalKey": [
    "userId"
   ],
   "lookup": "getUser",
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "idpDingTalk": {
      "type": "boolean"
     },
     "initPassword": {
      "type": "string",
      "x-secret": true
     },
     "loginId": {
      "type": "string"
     },
     "transformType": {
      "type": "string"
     },
     "userId": {
      "type": "string"
     }
    },
    "required": [
     "transformType",
     "userId"
    ]
   },
   "response": {}
  },
  "setOrgAccountMobileVisibility": {
   "id": "setOrgAccountMobileVisibility",
   "method": "PUT",
   "path": "/v1.0/contact/orgAccounts/mobiles/visiblePermissions",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Set enterprise-account phone visibility",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "update",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "array",
    "items": {
     "type": "string"
    }
   },
   "response": {
    "type": "object",
    "properties": {
     "result": {
      "type": "boolean"
     }
    }
   }
  },
  "convertInnerGroupToDeptGroup": {
   "id": "convertInnerGroupToDeptGroup",
   "method": "POST",
   "path": "/v1.0/im/innerGroups/transferToDeptGroups",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "sdk-only",
   "summary": "Turn an internal group into a department group",
   "description": "Only in the official SDK; no public doc page was found. Treat as unsupported until proven.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": false,
   "naturalKey": [
    "openConversationId"
   ],
   "batch": [],
   "confidence": "low",
   "overviewRows": [],
   "errors": [],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "deptId": {
      "type": "integer",
      "format": "int64"
     },
     "openConversationId": {
      "type": "string"
     }
    },
    "required": [
     "deptId",
     "openConversationId"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "success": {
      "type": "boolean"
     }
    }
   }
  },
  "getApiUsage": {
   "id": "getApiUsage",
   "method": "GET",
   "path": "/v1.0/microApp/resources/useInfos",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "usage",
   "summary": "Read monthly API usage and quota of the organization",
   "description": "Only in the official SDK. Sample values: benefitCode api_count, periodType month, startTime/endTime yyyyMM; answers a list of {period, usedNum, quotaNum}. Lets a reconciler show quota headroom before it starts; treat failure as unknown, never as unlimited.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "confidence": "medium",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "benefitCode",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "endTime",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "periodType",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    },
    {
     "name": "startTime",
     "in": "query",
     "required": false,
     "schema": {
      "type": "string"
     }
    }
   ],
   "response": {
    "type": "array",
    "items": {
     "type": "object",
     "properties": {
      "period": {
       "type": "string"
      },
      "usedNum": {
       "type": "integer"
      },
      "quotaNum": {
       "type": "integer"
      }
     }
    }
   }
  },
  "listFailedCallbacks": {
   "id": "listFailedCallbacks",
   "method": "GET",
   "path": "/v1.0/event/callbacks/failedResults",
   "host": "api",
   "token": "header",
   "tokenKind": "app",
   "area": "events",
   "summary": "List events whose push failed",
   "description": "SDK form of the documented legacy GET call_back/get_call_back_failed_result. beginTime and endTime in ms. callBackData is a JSON string holding the decrypted event.",
   "notes": [],
   "permissions": [
    "unknown"
   ],
   "appTypes": [
    "unknown"
   ],
   "metered": "unknown",
   "effect": "read",
   "idempotent": true,
   "naturalKey": [],
   "batch": [],
   "page": {
    "cursor": "beginTime",
    "first": null,
    "size": null,
    "max": null,
    "next": null,
    "more": "hasMore",
    "items": "failedList",
    "step": "repeat"
   },
   "confidence": "medium",
   "overviewRows": [],
   "errors": [],
   "parameters": [
    {
     "name": "beginTime",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    },
    {
     "name": "endTime",
     "in": "query",
     "required": false,
     "schema": {
      "type": "integer",
      "format": "int64"
     }
    }
   ],
   "response": {
    "type": "object",
    "properties": {
     "failedList": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "callBackData": {
         "type": "string",
         "x-wire": "json-string"
        },
        "callBackTag": {
         "type": "string"
        },
        "corpId": {
         "type": "string"
        },
        "eventTime": {
         "type": "integer",
         "format": "int64",
         "x-wire": "ms-timestamp"
        }
       }
      }
     },
     "hasMore": {
      "type": "boolean"
     }
    }
   }
  },
  "openStreamConnection": {
   "id": "openStreamConnection",
   "method": "POST",
   "path": "/v1.0/gateway/connections/open",
   "host": "api",
   "token": "none",
   "tokenKind": "app",
   "area": "events",
   "summary": "Register a Stream connection and get an endpoint and ticket",
   "description": "No access token header; the app secret travels in the body. Send Accept: application/json, otherwise the answer may be XML. ua (name-sdk-lang/version) is accepted though absent from the SDK model. For EVENT the only topic is *.",
   "notes": [
    "ticket lifetime seconds: 90",
    "connections per ticket: 1"
   ],
   "permissions": [],
   "appTypes": [
    "internal",
    "third-party"
   ],
   "metered": "unknown",
   "effect": "action",
   "idempotent": false,
   "naturalKey": [],
   "batch": [],
   "confidence": "high",
   "overviewRows": [],
   "errors": [
    {
     "status": 401,
     "code": "authFailed",
     "meaning": "client id and secret are not a pair",
     "action": "config",
     "basis": "third-party"
    }
   ],
   "parameters": [],
   "body": {
    "type": "object",
    "properties": {
     "clientId": {
      "type": "string"
     },
     "clientSecret": {
      "type": "string",
      "x-secret": true
     },
     "extras": {
      "type": "object",
      "additionalProperties": true
     },
     "localIp": {
      "type": "string"
     },
     "subscriptions": {
      "type": "array",
      "items": {
       "type": "object",
       "properties": {
        "topic": {
         "type": "string"
        },
        "type": {
         "type": "string"
        }
       },
       "required": [
        "topic",
        "type"
       ]
      }
     },
     "ua": {
      "type": "string"
     }
    },
    "required": [
     "clientId",
     "clientSecret",
     "subscriptions"
    ]
   },
   "response": {
    "type": "object",
    "properties": {
     "endpoint": {
      "type": "string"
     },
     "ticket": {
      "type": "string",
      "x-secret": true
     }
    }
   }
  }
 },
 "schemas": {
  "Callback": {
   "type": "object",
   "required": [
    "call_back_tag",
    "token",
    "aes_key",
    "url"
   ],
   "properties": {
    "call_back_tag": {
     "type": "array",
     "minItems": 1,
     "items": {
      "type": "string"
     },
     "description": "event types"
    },
    "token": {
     "type": "string",
     "minLength": 6,
     "maxLength": 63,
     "description": "the page says 6 to 63, the console 3 to 32 letters and digits",
     "x-secret": true
    },
    "aes_key": {
     "type": "string",
     "pattern": "^[a-zA-Z0-9]{43}$",
     "x-secret": true
    },
    "url": {
     "type": "string",
     "maxLength": 2048
    }
   }
  },
  "Envelope": {
   "type": "object",
   "description": "Business envelope, HTTP status is 200 even on failure. Throttling by egress IP does not use it (see ThrottleBlock).",
   "required": [
    "errcode"
   ],
   "properties": {
    "errcode": {
     "type": [
      "integer",
      "string"
     ],
     "description": "0 is success. Integer on the wire; official samples also print the string \"0\", so coerce."
    },
    "errmsg": {
     "type": "string",
     "description": "text for humans, language and wording vary, sometimes absent on success; never match on it"
    },
    "sub_code": {
     "type": "string",
     "description": "only with errcode 88 (string, e.g. \"60011\")"
    },
    "sub_msg": {
     "type": "string",
     "description": "only with errcode 88 or 22"
    },
    "request_id": {
     "type": "string",
     "description": "trace id; absent on older v1 endpoints and on /gettoken"
    },
    "result": {
     "description": "payload of topapi endpoints; v1 and a few topapi endpoints put fields at the top level instead"
    },
    "success": {
     "type": [
      "boolean",
      "string"
     ],
     "description": "extra flag of the HRM, industry and organisation endpoints; judge by errcode"
    }
   },
   "additionalProperties": true
  },
  "ThrottleBlock": {
   "type": "object",
   "description": "JSON body (an HTML page is also possible) returned while an egress IP is blocked for 5 minutes.",
   "properties": {
    "status": {
     "type": "integer",
     "description": "1111",
     "format": "int64"
    },
    "wait": {
     "type": "integer",
     "description": "5",
     "format": "int64"
    },
    "source": {
     "type": "string",
     "description": "x5"
    },
    "punish": {
     "type": "string",
     "description": "deny"
    },
    "uuid": {
     "type": "string"
    }
   }
  },
  "DeptOrder": {
   "type": "object",
   "description": "Shape of dept_order_list items.",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department",
     "format": "int64",
     "minimum": 1
    },
    "order": {
     "type": "integer",
     "description": "sort weight of the person inside the department; a larger value shows higher. Use a lossless JSON parser.",
     "format": "int64",
     "x-wire": "int64"
    }
   }
  },
  "DeptTitle": {
   "type": "object",
   "description": "Shape of dept_title_list items (write only; reads use dept_position_list).",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department",
     "format": "int64",
     "minimum": 1
    },
    "title": {
     "type": "string",
     "description": "title inside the department",
     "maxLength": 200
    }
   }
  },
  "DeptPosition": {
   "type": "object",
   "description": "Shape of dept_position_list items; server sample code shows further unnamed members.",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department",
     "format": "int64",
     "minimum": 1
    },
    "title": {
     "type": "string",
     "description": "title inside the department",
     "maxLength": 200
    },
    "work_place": {
     "type": "string",
     "description": "work place inside the department",
     "maxLength": 100
    },
    "is_main": {
     "type": "boolean",
     "description": "main position; exactly one item must be true when the list is sent on update"
    }
   }
  },
  "DeptLeader": {
   "type": "object",
   "description": "Derived from dept_manager_userid_list of the department.",
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department",
     "format": "int64",
     "minimum": 1
    },
    "leader": {
     "type": "boolean",
     "description": "leader in that department"
    }
   },
   "readOnly": true
  },
  "UserRole": {
   "type": "object",
   "description": "Includes system roles of the Default group (super admin, sub admin, owner, supervisor), which are not assignable by API.",
   "properties": {
    "id": {
     "type": "integer",
     "description": "role id",
     "format": "int64"
    },
    "name": {
     "type": "string",
     "description": "role name"
    },
    "group_name": {
     "type": "string",
     "description": "role group name"
    }
   },
   "readOnly": true
  },
  "UnionEmpExt": {
   "type": "object",
   "description": "Only when the organisation has associated organisations; an empty object was recorded otherwise.",
   "properties": {
    "userid": {
     "type": "string"
    },
    "corp_id": {
     "type": "string"
    },
    "union_emp_map_list": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "userid": {
        "type": "string"
       },
       "corp_id": {
        "type": "string"
       }
      }
     }
    }
   },
   "readOnly": true
  },
  "UserCreate": {
   "type": "object",
   "description": "Body of user create. Four variants share the path: regular, sso account, DingTalk-built account, invited enterprise account.",
   "required": [
    "name",
    "dept_id_list"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "chosen by the caller, immutable, unique; generated when omitted. Idempotency anchor.",
     "minLength": 1,
     "maxLength": 64,
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "description": "display name",
     "maxLength": 80,
     "minLength": 1,
     "x-invalid-code": 60112
    },
    "mobile": {
     "type": "string",
     "description": "unique in the organisation; mainland plain, others +cc-number; organisations registered outside the mainland must send +86-number. Required for a regular user, must be absent for an enterprise account.",
     "x-immutable": true,
     "x-personal": true,
     "x-invalid-code": 60103
    },
    "dept_id_list": {
     "type": "string",
     "description": "Departments of the user, at least one, root is 1. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 100,
     "pattern": "^[0-9]+(,[0-9]+){0,99}$",
     "minItems": 1,
     "x-invalid-code": 40066
    },
    "hide_mobile": {
     "type": "boolean",
     "description": "hide the number on the profile page; calls and DING still work"
    },
    "telephone": {
     "type": "string",
     "description": "extension number, unique inside the organisation",
     "maxLength": 50,
     "x-personal": true,
     "x-invalid-code": 40063
    },
    "job_number": {
     "type": "string",
     "description": "employee number; NOT unique in the organisation",
     "maxLength": 50,
     "x-invalid-code": 60123
    },
    "title": {
     "type": "string",
     "description": "overall title",
     "maxLength": 200,
     "x-invalid-code": 40067
    },
    "email": {
     "type": "string",
     "description": "personal mail, unique inside the organisation",
     "maxLength": 50,
     "x-personal": true,
     "x-invalid-code": 60105
    },
    "org_email": {
     "type": "string",
     "description": "enterprise mail; effective only when enterprise mail is enabled for the person",
     "maxLength": 100,
     "x-personal": true
    },
    "org_email_type": {
     "type": "string",
     "description": "enterprise mail edition",
     "enum": [
      "profession",
      "base"
     ]
    },
    "work_place": {
     "type": "string",
     "description": "work place",
     "maxLength": 100,
     "x-invalid-code": 40064
    },
    "remark": {
     "type": "string",
     "description": "remark / alias",
     "maxLength": 2000,
     "x-invalid-code": 40065
    },
    "dept_order_list": {
     "type": "array",
     "items": {
      "$ref": "DeptOrder"
     },
     "description": "per-department sort weight. JSON array in a JSON body, JSON string in a form body.",
     "maxItems": 100
    },
    "dept_title_list": {
     "type": "array",
     "items": {
      "$ref": "DeptTitle"
     },
     "description": "per-department title. Listed on create and on the enterprise-account update page; the current regular-user update page lists dept_position_list instead.",
     "maxItems": 100,
     "x-read-name": "dept_position_list"
    },
    "dept_position_list": {
     "type": "array",
     "items": {
      "$ref": "DeptPosition"
     },
     "description": "per-department position. Item fields come from the SDK; a sister API says multiple positions take effect only where the organisation switched that feature on, so treat it as unsupported unless reads return it.",
     "maxItems": 999
    },
    "extension": {
     "type": "string",
     "description": "custom attributes as a JSON object serialised into a string, keys are attribute names defined beforehand in the admin console. Replaced as a whole unless ext_attrs_update_mode is 1.",
     "maxLength": 2000,
     "x-wire": "json-string",
     "x-invalid-code": 60122
    },
    "extension_i18n": {
     "type": "object",
     "description": "attribute name to language to text",
     "additionalProperties": true
    },
    "senior_mode": {
     "type": "boolean",
     "description": "executive mode, write name; reads return it as senior",
     "default": false,
     "x-read-name": "senior"
    },
    "hired_date": {
     "type": "integer",
     "description": "hire date, Unix milliseconds",
     "format": "int64",
     "minimum": 1,
     "x-wire": "ms-timestamp"
    },
    "manager_userid": {
     "type": "string",
     "description": "direct manager",
     "maxLength": 64,
     "x-invalid-code": 60128
    },
    "login_email": {
     "type": "string",
     "description": "mail accounts only, otherwise ignored",
     "maxLength": 64,
     "x-write-only": true,
     "x-personal": true
    },
    "exclusive_account": {
     "type": "boolean",
     "description": "true creates an enterprise (exclusive) account; then neither mobile nor login_email may be sent",
     "x-immutable": true
    },
    "exclusive_account_type": {
     "type": "string",
     "description": "sso needs exclusive_account; dingtalk also needs login_id and init_password",
     "enum": [
      "sso",
      "dingtalk"
     ],
     "x-immutable": true
    },
    "login_id": {
     "type": "string",
     "description": "login name of a DingTalk-built account (some third parties send loginId)"
    },
    "exclusive_mobile": {
     "type": "string",
     "description": "number of an enterprise account, +cc-number",
     "x-write-only": true,
     "x-personal": true
    },
    "exclusive_mobile_verify_status": {
     "type": "string",
     "description": "SDK only",
     "enum": [
      "verified",
      "notVerified"
     ],
     "x-write-only": true
    },
    "init_password": {
     "type": "string",
     "description": "at least 8 characters, not only letters or only digits; on update resets the password (DingTalk-built accounts only)",
     "minLength": 8,
     "writeOnly": true,
     "x-write-only": true,
     "x-secret": true
    },
    "send_password_to_user": {
     "type": "boolean",
     "description": "send credentials by SMS or mail; needs init_password",
     "default": false,
     "x-write-only": true
    },
    "avatarMediaId": {
     "type": "string",
     "description": "media id, jpg or png; enterprise accounts only (camelCase on purpose)",
     "x-read-name": "avatar",
     "x-personal": true
    },
    "nickname": {
     "type": "string",
     "description": "enterprise accounts only"
    },
    "outer_exclusive_corpid": {
     "type": "string",
     "description": "invite an enterprise account of another organisation: its corpid",
     "x-write-only": true,
     "x-immutable": true
    },
    "outer_exclusive_userid": {
     "type": "string",
     "description": "invite an enterprise account of another organisation: its userid there",
     "x-write-only": true,
     "x-immutable": true
    }
   }
  },
  "UserUpdate": {
   "type": "object",
   "description": "Body of user update. Omitted fields stay unchanged (official 2016 text; current pages say the same for single flags).",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "target; immutable",
     "minLength": 1,
     "maxLength": 64,
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "description": "display name",
     "maxLength": 80,
     "minLength": 1,
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-invalid-code": 60112
    },
    "hide_mobile": {
     "type": "boolean",
     "description": "hide the number on the profile page; calls and DING still work",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "telephone": {
     "type": "string",
     "description": "extension number, unique inside the organisation",
     "maxLength": 50,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-personal": true,
     "x-invalid-code": 40063
    },
    "job_number": {
     "type": "string",
     "description": "employee number; NOT unique in the organisation",
     "maxLength": 50,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-invalid-code": 60123
    },
    "title": {
     "type": "string",
     "description": "overall title",
     "maxLength": 200,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-invalid-code": 40067
    },
    "email": {
     "type": "string",
     "description": "personal mail, unique inside the organisation",
     "maxLength": 50,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-personal": true,
     "x-invalid-code": 60105
    },
    "org_email": {
     "type": "string",
     "description": "enterprise mail; effective only when enterprise mail is enabled for the person",
     "maxLength": 100,
     "x-clear": "force_update_fields",
     "x-clear-confidence": "high",
     "x-personal": true
    },
    "org_email_type": {
     "type": "string",
     "description": "enterprise mail edition",
     "enum": [
      "profession",
      "base"
     ]
    },
    "work_place": {
     "type": "string",
     "description": "work place",
     "maxLength": 100,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-invalid-code": 40064
    },
    "remark": {
     "type": "string",
     "description": "remark / alias",
     "maxLength": 2000,
     "x-clear": "empty-string",
     "x-clear-confidence": "low",
     "x-invalid-code": 40065
    },
    "dept_order_list": {
     "type": "array",
     "items": {
      "$ref": "DeptOrder"
     },
     "description": "per-department sort weight. JSON array in a JSON body, JSON string in a form body.",
     "maxItems": 100,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "unknown",
     "x-set-confidence": "low"
    },
    "dept_title_list": {
     "type": "array",
     "items": {
      "$ref": "DeptTitle"
     },
     "description": "per-department title. In the SDK, on the enterprise-account page and in a 2023 copy of the regular page; gone from the regular page of 2026-06-08, which lists dept_position_list without item fields.",
     "maxItems": 100,
     "x-read-name": "dept_position_list",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "unknown",
     "x-set-confidence": "low"
    },
    "dept_position_list": {
     "type": "array",
     "items": {
      "$ref": "DeptPosition"
     },
     "description": "per-department position. Item fields come from the SDK; a sister API says multiple positions take effect only where the organisation switched that feature on, so treat it as unsupported unless reads return it.",
     "maxItems": 999,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "unknown",
     "x-set-confidence": "low"
    },
    "extension": {
     "type": "string",
     "description": "custom attributes as a JSON object serialised into a string, keys are attribute names defined beforehand in the admin console. Replaced as a whole unless ext_attrs_update_mode is 1.",
     "maxLength": 2000,
     "x-wire": "json-string",
     "x-clear": "empty-object",
     "x-clear-confidence": "medium",
     "x-set": "replace",
     "x-set-confidence": "high",
     "x-invalid-code": 60122
    },
    "extension_i18n": {
     "type": "object",
     "description": "attribute name to language to text",
     "additionalProperties": true,
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "senior_mode": {
     "type": "boolean",
     "description": "executive mode, write name; reads return it as senior. The official page prints a default of false on update too: whether leaving it out switches it off is unknown, so send the current value with every update.",
     "x-read-name": "senior",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "hired_date": {
     "type": "integer",
     "description": "hire date, Unix milliseconds",
     "format": "int64",
     "minimum": 1,
     "x-wire": "ms-timestamp",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "manager_userid": {
     "type": "string",
     "description": "direct manager",
     "maxLength": 64,
     "x-clear": "force_update_fields",
     "x-clear-confidence": "high",
     "x-invalid-code": 60128
    },
    "dept_id_list": {
     "type": "string",
     "description": "Full new set of departments (no official sentence; a widely deployed connector always sends the full set). Optional for a regular user, required on the enterprise-account page. No official ceiling on update; the SDK checks 300. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 300,
     "pattern": "^[0-9]+(,[0-9]+){0,299}$",
     "minItems": 1,
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 40066
    },
    "ext_attrs_update_mode": {
     "type": "integer",
     "description": "0 overwrite all custom attributes, 1 append/merge",
     "enum": [
      0,
      1
     ],
     "default": 0,
     "x-write-only": true
    },
    "force_update_fields": {
     "type": "string",
     "description": "Names of fields that may be cleared. Regular user: manager_userid. Enterprise account: manager_userid, org_email. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "pattern": "^[^,]+(,[^,]+)*$",
     "minItems": 1,
     "x-write-only": true
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6,
     "x-write-only": true
    },
    "mobile": {
     "type": "string",
     "description": "accepted by the SDK class, absent from both official pages; expect 41054, 40021 or 40022. Older clients report that it works for a person who has not activated the account yet (low).",
     "deprecated": true,
     "x-write-only": true,
     "x-immutable": true,
     "x-personal": true
    },
    "loginId": {
     "type": "string",
     "description": "new login name, DingTalk-built accounts only (camelCase on update, snake_case on create)",
     "x-read-name": "login_id",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "exclusive_mobile": {
     "type": "string",
     "description": "number of an enterprise account, +cc-number",
     "x-write-only": true,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-personal": true
    },
    "exclusive_mobile_verify_status": {
     "type": "string",
     "description": "SDK only",
     "enum": [
      "verified",
      "notVerified"
     ],
     "x-write-only": true
    },
    "init_password": {
     "type": "string",
     "description": "at least 8 characters, not only letters or only digits; on update resets the password (DingTalk-built accounts only)",
     "minLength": 8,
     "writeOnly": true,
     "x-write-only": true,
     "x-secret": true
    },
    "send_password_to_user": {
     "type": "boolean",
     "description": "send credentials by SMS or mail; needs init_password",
     "default": false,
     "x-write-only": true
    },
    "avatarMediaId": {
     "type": "string",
     "description": "media id, jpg or png; enterprise accounts only (camelCase on purpose)",
     "x-read-name": "avatar",
     "x-clear": "never",
     "x-clear-confidence": "low",
     "x-personal": true
    },
    "nickname": {
     "type": "string",
     "description": "enterprise accounts only",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    }
   }
  },
  "User": {
   "type": "object",
   "description": "result of user get.",
   "required": [
    "userid",
    "name"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "unionid": {
     "type": "string",
     "description": "stable per developer account",
     "maxLength": 100,
     "readOnly": true,
     "x-read-only": true
    },
    "name": {
     "type": "string",
     "maxLength": 80
    },
    "avatar": {
     "type": "string",
     "description": "URL; omitted or empty when default picture",
     "x-write-name": "avatarMediaId",
     "x-personal": true
    },
    "state_code": {
     "type": "string",
     "description": "country code; omitted without the mobile permission"
    },
    "mobile": {
     "type": "string",
     "description": "without country code; omitted without the employee-mobile permission",
     "x-personal": true,
     "x-field-permission": "employee mobile number"
    },
    "hide_mobile": {
     "type": "boolean"
    },
    "telephone": {
     "type": "string",
     "description": "may come back as empty string",
     "x-personal": true
    },
    "job_number": {
     "type": "string",
     "description": "may come back as empty string"
    },
    "title": {
     "type": "string",
     "description": "may come back as empty string"
    },
    "email": {
     "type": "string",
     "description": "omitted without the mail-and-profile permission",
     "x-personal": true,
     "x-field-permission": "mail and other profile information"
    },
    "org_email": {
     "type": "string",
     "description": "omitted when enterprise mail is not enabled",
     "x-personal": true
    },
    "work_place": {
     "type": "string",
     "description": "documented as omitted when empty, recorded as empty string too",
     "x-field-permission": "mail and other profile information"
    },
    "remark": {
     "type": "string",
     "description": "documented as omitted when empty, recorded as empty string too",
     "x-field-permission": "mail and other profile information"
    },
    "dept_id_list": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "all departments of the user (array on read, csv on write)"
    },
    "extension": {
     "type": "string",
     "description": "JSON object in a string; omitted when empty, \"{}\" recorded",
     "x-wire": "json-string",
     "x-field-permission": "mail and other profile information"
    },
    "hired_date": {
     "type": "integer",
     "description": "Unix milliseconds; omitted when unset",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "active": {
     "type": "boolean",
     "description": "has activated DingTalk",
     "readOnly": true,
     "x-read-only": true
    },
    "admin": {
     "type": "boolean",
     "description": "is an administrator",
     "readOnly": true,
     "x-read-only": true
    },
    "boss": {
     "type": "boolean",
     "description": "is the boss",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account": {
     "type": "boolean",
     "description": "enterprise account",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account_type": {
     "type": "string",
     "description": "enterprise accounts only",
     "enum": [
      "sso",
      "dingtalk"
     ],
     "readOnly": true,
     "x-read-only": true
    },
    "login_id": {
     "type": "string",
     "description": "own DingTalk-built accounts only",
     "x-write-name": "loginId"
    },
    "manager_userid": {
     "type": "string",
     "description": "omitted when unset"
    },
    "org_email_type": {
     "type": "string",
     "enum": [
      "profession",
      "base"
     ]
    },
    "dept_order_list": {
     "type": "array",
     "items": {
      "$ref": "DeptOrder"
     },
     "description": "one entry per department"
    },
    "dept_position_list": {
     "type": "array",
     "items": {
      "$ref": "DeptPosition"
     },
     "x-write-name": "dept_title_list"
    },
    "extension_i18n": {
     "type": "object",
     "additionalProperties": true
    },
    "real_authed": {
     "type": "boolean",
     "description": "real-name verified",
     "readOnly": true,
     "x-read-only": true
    },
    "senior": {
     "type": "boolean",
     "description": "executive; write name is senior_mode",
     "x-write-name": "senior_mode"
    },
    "leader_in_dept": {
     "type": "array",
     "items": {
      "$ref": "DeptLeader"
     },
     "description": "set it through the department, not the user",
     "readOnly": true,
     "x-read-only": true
    },
    "role_list": {
     "type": "array",
     "items": {
      "$ref": "UserRole"
     },
     "description": "omitted when the user has no role",
     "readOnly": true,
     "x-read-only": true
    },
    "union_emp_ext": {
     "$ref": "UnionEmpExt"
    },
    "create_time": {
     "type": "string",
     "description": "ISO 8601 UTC with milliseconds; undocumented, recorded in 2025",
     "format": "date-time",
     "readOnly": true,
     "x-read-only": true
    },
    "nickname": {
     "type": "string",
     "description": "own DingTalk-built accounts only"
    },
    "exclusive_account_corp_name": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account_corp_id": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true
    },
    "disable_status": {
     "type": "boolean",
     "description": "own enterprise accounts only; true is disabled",
     "readOnly": true,
     "x-read-only": true
    }
   },
   "additionalProperties": true
  },
  "UserListItem": {
   "type": "object",
   "description": "Item of user list (official pages 2026-06-08 and 2026-05-27). Compared with user get it lacks manager_userid, dept_order_list, dept_position_list, dept_title_list, role_list, leader_in_dept, senior, real_authed and create_time.",
   "required": [
    "userid",
    "name"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "unionid": {
     "type": "string",
     "description": "stable per developer account",
     "maxLength": 100,
     "readOnly": true,
     "x-read-only": true
    },
    "name": {
     "type": "string",
     "maxLength": 80
    },
    "avatar": {
     "type": "string",
     "description": "URL; omitted or empty when default picture",
     "x-personal": true
    },
    "state_code": {
     "type": "string",
     "description": "country code; omitted without the mobile permission"
    },
    "mobile": {
     "type": "string",
     "description": "without country code; omitted without the employee-mobile permission",
     "x-personal": true,
     "x-field-permission": "employee mobile number"
    },
    "hide_mobile": {
     "type": "boolean"
    },
    "telephone": {
     "type": "string",
     "description": "may come back as empty string",
     "x-personal": true
    },
    "job_number": {
     "type": "string",
     "description": "may come back as empty string"
    },
    "title": {
     "type": "string",
     "description": "may come back as empty string"
    },
    "email": {
     "type": "string",
     "description": "omitted without the mail-and-profile permission",
     "x-personal": true,
     "x-field-permission": "mail and other profile information"
    },
    "org_email": {
     "type": "string",
     "description": "omitted when enterprise mail is not enabled",
     "x-personal": true
    },
    "work_place": {
     "type": "string",
     "description": "documented as omitted when empty, recorded as empty string too",
     "x-field-permission": "mail and other profile information"
    },
    "remark": {
     "type": "string",
     "description": "documented as omitted when empty, recorded as empty string too",
     "x-field-permission": "mail and other profile information"
    },
    "dept_id_list": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "all departments of the user (array on read, csv on write)"
    },
    "extension": {
     "type": "string",
     "description": "JSON object in a string; omitted when empty, \"{}\" recorded",
     "x-wire": "json-string",
     "x-field-permission": "mail and other profile information"
    },
    "hired_date": {
     "type": "integer",
     "description": "Unix milliseconds; omitted when unset",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "active": {
     "type": "boolean",
     "description": "has activated DingTalk",
     "readOnly": true,
     "x-read-only": true
    },
    "admin": {
     "type": "boolean",
     "description": "is an administrator",
     "readOnly": true,
     "x-read-only": true
    },
    "boss": {
     "type": "boolean",
     "description": "is the boss",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account": {
     "type": "boolean",
     "description": "enterprise account",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account_type": {
     "type": "string",
     "description": "enterprise accounts only",
     "enum": [
      "sso",
      "dingtalk"
     ],
     "readOnly": true,
     "x-read-only": true
    },
    "login_id": {
     "type": "string",
     "description": "own DingTalk-built accounts only",
     "x-write-name": "loginId"
    },
    "dept_order": {
     "type": "integer",
     "description": "sort weight in the queried department; can be missing until somebody has sorted the department. Use a lossless JSON parser.",
     "format": "int64",
     "x-wire": "int64"
    },
    "leader": {
     "type": "boolean",
     "description": "leader of the queried department",
     "readOnly": true,
     "x-read-only": true
    },
    "nickname": {
     "type": "string",
     "description": "own enterprise accounts only"
    },
    "exclusive_account_corp_name": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true
    },
    "exclusive_account_corp_id": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true
    },
    "disable_status": {
     "type": "boolean",
     "description": "own enterprise accounts only; true is disabled",
     "readOnly": true,
     "x-read-only": true
    }
   },
   "additionalProperties": true
  },
  "UserSimple": {
   "type": "object",
   "required": [
    "userid",
    "name"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "name": {
     "type": "string"
    }
   }
  },
  "DepartmentCreate": {
   "type": "object",
   "required": [
    "name",
    "parent_id"
   ],
   "properties": {
    "name": {
     "type": "string",
     "description": "1 to 64 characters; \"-\", \",\" and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling.",
     "minLength": 1,
     "maxLength": 64,
     "x-invalid-code": 60001,
     "pattern": "^[^-,，]+$"
    },
    "parent_id": {
     "type": "integer",
     "description": "parent department, root is 1",
     "format": "int64",
     "minimum": 1,
     "x-invalid-code": 40010
    },
    "hide_dept": {
     "type": "boolean",
     "description": "hide the department from contacts",
     "default": false
    },
    "dept_permits": {
     "type": "string",
     "description": "Departments still allowed to see a hidden department; effective only with hide_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 50,
     "pattern": "^([0-9]+(,[0-9]+){0,49})?$",
     "x-invalid-code": 60109
    },
    "user_permits": {
     "type": "string",
     "description": "Users still allowed to see a hidden department; effective only with hide_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 50,
     "pattern": "^([^,]+(,[^,]+){0,49})?$",
     "x-invalid-code": 60109
    },
    "outer_dept": {
     "type": "boolean",
     "description": "restrict what members of this department can see",
     "default": false
    },
    "outer_dept_only_self": {
     "type": "boolean",
     "description": "true: own department and below; false: only oneself. Used only with outer_dept true",
     "x-write-only": true
    },
    "outer_permit_users": {
     "type": "string",
     "description": "Extra users visible to members; effective only with outer_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 50,
     "pattern": "^([^,]+(,[^,]+){0,49})?$",
     "x-invalid-code": 60109
    },
    "outer_permit_depts": {
     "type": "string",
     "description": "Extra departments visible to members; effective only with outer_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 50,
     "pattern": "^([0-9]+(,[0-9]+){0,49})?$",
     "x-invalid-code": 60109
    },
    "create_dept_group": {
     "type": "boolean",
     "description": "create a department chat",
     "default": false
    },
    "auto_approve_apply": {
     "type": "boolean",
     "description": "auto-approve join requests"
    },
    "order": {
     "type": "integer",
     "description": "position among siblings, smaller first (error 40011 text demands greater than 0)",
     "format": "int64",
     "x-wire": "int64",
     "x-invalid-code": 40011
    },
    "source_identifier": {
     "type": "string",
     "description": "free caller key for mapping; invisible in the admin console; no lookup by it, no documented uniqueness. Idempotency hook."
    },
    "extension": {
     "type": "string",
     "description": "JSON string, SDK only",
     "x-wire": "json-string",
     "x-read-name": "extention"
    },
    "brief": {
     "type": "string",
     "description": "SDK only",
     "maxLength": 255
    },
    "telephone": {
     "type": "string",
     "description": "SDK only",
     "maxLength": 50,
     "x-personal": true
    }
   }
  },
  "DepartmentUpdate": {
   "type": "object",
   "description": "Omitted flags keep their value (stated per field by the official page).",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "target; the root is refused with 60018",
     "format": "int64",
     "minimum": 1,
     "x-immutable": true,
     "x-invalid-code": 40009
    },
    "name": {
     "type": "string",
     "description": "1 to 64 characters; \"-\", \",\" and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling.",
     "minLength": 1,
     "maxLength": 64,
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-invalid-code": 60001,
     "pattern": "^[^-,，]+$"
    },
    "parent_id": {
     "type": "integer",
     "description": "new parent (move)",
     "format": "int64",
     "minimum": 1,
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-invalid-code": 40010
    },
    "hide_dept": {
     "type": "boolean",
     "description": "hide the department from contacts; unchanged when omitted",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "dept_permits": {
     "type": "string",
     "description": "Departments still allowed to see a hidden department; effective only with hide_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-max-together": {
      "with": [
       "user_permits"
      ],
      "max": 50
     },
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 50,
     "pattern": "^([0-9]+(,[0-9]+){0,49})?$",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 60109
    },
    "user_permits": {
     "type": "string",
     "description": "Users still allowed to see a hidden department; effective only with hide_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-max-together": {
      "with": [
       "dept_permits"
      ],
      "max": 50
     },
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 50,
     "pattern": "^([^,]+(,[^,]+){0,49})?$",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 60109
    },
    "outer_dept": {
     "type": "boolean",
     "description": "restrict what members of this department can see; unchanged when omitted",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "outer_dept_only_self": {
     "type": "boolean",
     "description": "true: own department and below; false: only oneself. Used only with outer_dept true; unchanged when omitted",
     "x-write-only": true,
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "outer_permit_users": {
     "type": "string",
     "description": "Extra users visible to members; effective only with outer_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-max-together": {
      "with": [
       "outer_permit_depts"
      ],
      "max": 50
     },
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 50,
     "pattern": "^([^,]+(,[^,]+){0,49})?$",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 60109
    },
    "outer_permit_depts": {
     "type": "string",
     "description": "Extra departments visible to members; effective only with outer_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array.",
     "x-max-together": {
      "with": [
       "outer_permit_users"
      ],
      "max": 50
     },
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 50,
     "pattern": "^([0-9]+(,[0-9]+){0,49})?$",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 60109
    },
    "create_dept_group": {
     "type": "boolean",
     "description": "unchanged when omitted",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "auto_approve_apply": {
     "type": "boolean",
     "description": "auto-approve join requests",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "order": {
     "type": "integer",
     "description": "position among siblings, smaller first",
     "format": "int64",
     "x-wire": "int64",
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-invalid-code": 40011
    },
    "source_identifier": {
     "type": "string",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6,
     "x-write-only": true
    },
    "auto_add_user": {
     "type": "boolean",
     "description": "new members join the department chat; unchanged when omitted",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "dept_manager_userid_list": {
     "type": "string",
     "description": "Managers; each must be a member of this department, otherwise the call fails (\"userid does not exist\"). To remove all managers send force_update_fields=dept_manager_userid_list and leave this field out: the official FAQ says an empty value here fails. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 999,
     "pattern": "^([^,]+(,[^,]+){0,998})?$",
     "x-clear": "force_update_fields",
     "x-clear-confidence": "high",
     "x-set": "replace",
     "x-set-confidence": "medium",
     "x-invalid-code": 40031
    },
    "group_contain_sub_dept": {
     "type": "boolean",
     "description": "chat includes sub-departments; unchanged when omitted",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "group_contain_outer_dept": {
     "type": "boolean",
     "description": "chat includes outsourced departments; unchanged when omitted",
     "x-write-only": true,
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "group_contain_hidden_dept": {
     "type": "boolean",
     "description": "chat includes hidden departments; unchanged when omitted",
     "x-write-only": true,
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "org_dept_owner": {
     "type": "string",
     "description": "chat owner, must be a member of the department",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-invalid-code": 40093
    },
    "force_update_fields": {
     "type": "string",
     "description": "Fields that may be cleared; only dept_manager_userid_list is supported. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "pattern": "^[^,]+(,[^,]+)*$",
     "minItems": 1,
     "x-write-only": true
    },
    "code": {
     "type": "string",
     "description": "department code; can only be set by this endpoint, returned by department get. Second idempotency hook.",
     "maxLength": 30,
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "extension": {
     "type": "string",
     "description": "JSON string, SDK only",
     "x-wire": "json-string",
     "x-read-name": "extention",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "brief": {
     "type": "string",
     "description": "SDK only",
     "maxLength": 255,
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "telephone": {
     "type": "string",
     "description": "SDK only",
     "maxLength": 50,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-personal": true
    }
   }
  },
  "Department": {
   "type": "object",
   "description": "result of department get. outer_dept_only_self, group_contain_outer_dept and group_contain_hidden_dept are write-only: no read field documented.",
   "required": [
    "dept_id",
    "name"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    },
    "name": {
     "type": "string"
    },
    "parent_id": {
     "type": "integer",
     "description": "omitted for the root department",
     "format": "int64"
    },
    "source_identifier": {
     "type": "string",
     "description": "omitted when unset"
    },
    "code": {
     "type": "string",
     "description": "omitted until set"
    },
    "order": {
     "type": "integer",
     "description": "position among siblings. Use a lossless JSON parser.",
     "format": "int64",
     "x-wire": "int64"
    },
    "create_dept_group": {
     "type": "boolean",
     "description": "has a department chat"
    },
    "dept_group_chat_id": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true
    },
    "auto_add_user": {
     "type": "boolean"
    },
    "auto_approve_apply": {
     "type": "boolean"
    },
    "emp_apply_join_dept": {
     "type": "boolean",
     "description": "undocumented, recorded",
     "readOnly": true,
     "x-read-only": true
    },
    "group_contain_sub_dept": {
     "type": "boolean"
    },
    "org_dept_owner": {
     "type": "string",
     "description": "chat owner"
    },
    "dept_manager_userid_list": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "array on read, csv on write"
    },
    "hide_dept": {
     "type": "boolean"
    },
    "dept_permits": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "documented as omitted unless hidden; recorded as empty array"
    },
    "user_permits": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "outer_dept": {
     "type": "boolean"
    },
    "outer_permit_depts": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     }
    },
    "outer_permit_users": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "hide_scene_config": {
     "type": "object",
     "description": "undocumented, recorded",
     "properties": {
      "active": {
       "type": "boolean"
      },
      "chatbox_subtitle": {
       "type": "boolean"
      },
      "node_list": {
       "type": "boolean"
      },
      "profile": {
       "type": "boolean"
      },
      "search": {
       "type": "boolean"
      }
     }
    },
    "outer_scene_config": {
     "type": "object",
     "description": "undocumented, recorded",
     "properties": {
      "active": {
       "type": "boolean"
      },
      "chatbox_subtitle": {
       "type": "boolean"
      },
      "node_list": {
       "type": "boolean"
      },
      "profile": {
       "type": "boolean"
      },
      "search": {
       "type": "boolean"
      }
     }
    },
    "brief": {
     "type": "string"
    },
    "telephone": {
     "type": "string",
     "x-personal": true
    },
    "extention": {
     "type": "string",
     "description": "JSON string; the misspelling is real (writes use extension)",
     "x-write-name": "extension"
    },
    "tags": {
     "type": "string",
     "description": "education type",
     "enum": [
      "campus",
      "period",
      "grade",
      "class"
     ],
     "readOnly": true,
     "x-read-only": true
    },
    "from_union_org": {
     "type": "boolean",
     "description": "comes from an associated organisation; treat as read-only",
     "readOnly": true,
     "x-read-only": true
    },
    "union_dept_ext": {
     "type": "object",
     "description": "associated department (parameter table prints corpId/deptId, sample prints snake case)",
     "properties": {
      "corp_id": {
       "type": "string"
      },
      "dept_id": {
       "type": "integer",
       "format": "int64"
      }
     },
     "readOnly": true,
     "x-read-only": true
    },
    "member_count": {
     "type": "integer",
     "description": "employees including sub-departments",
     "format": "int64",
     "readOnly": true,
     "x-read-only": true
    },
    "owning_member_count": {
     "type": "integer",
     "description": "employees directly in the department",
     "format": "int64",
     "readOnly": true,
     "x-read-only": true
    }
   },
   "additionalProperties": true
  },
  "DepartmentListItem": {
   "type": "object",
   "description": "Item of listsub. Officially five fields; no order, hide_dept, managers, code.",
   "required": [
    "dept_id",
    "name"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    },
    "name": {
     "type": "string"
    },
    "parent_id": {
     "type": "integer",
     "format": "int64"
    },
    "create_dept_group": {
     "type": "boolean"
    },
    "auto_add_user": {
     "type": "boolean"
    },
    "source_identifier": {
     "type": "string",
     "description": "not on the official page (five fields there: dept_id, name, parent_id, create_dept_group, auto_add_user); SDK only, omitted when unset. Read it with getDepartment."
    },
    "tags": {
     "type": "string",
     "description": "SDK only"
    },
    "from_union_org": {
     "type": "boolean",
     "description": "SDK only"
    },
    "ext": {
     "type": "string",
     "description": "SDK only, JSON string",
     "x-wire": "json-string"
    },
    "dept_manager_userid_list": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "one third-party note, low confidence"
    }
   },
   "additionalProperties": true
  },
  "Role": {
   "type": "object",
   "description": "Role as listed.",
   "required": [
    "name"
   ],
   "properties": {
    "id": {
     "type": "integer",
     "description": "role id (role_id in getrolegroup, roleId in writes)",
     "format": "int64",
     "x-write-name": "roleId"
    },
    "name": {
     "type": "string",
     "description": "34021 when it exists; the official text does not say whether per group or per organisation",
     "x-write-name": "roleName"
    },
    "groupId": {
     "type": "integer",
     "description": "present in getrole",
     "format": "int64"
    }
   }
  },
  "RoleGroup": {
   "type": "object",
   "description": "The \"Default\" group (owner, supervisor, super admin, sub admin) is system-owned. No documented call renames or deletes a group; the console can (events label_conf_modify and label_conf_del exist).",
   "required": [
    "groupId",
    "name"
   ],
   "properties": {
    "groupId": {
     "type": "integer",
     "format": "int64"
    },
    "name": {
     "type": "string"
    },
    "roles": {
     "type": "array",
     "items": {
      "$ref": "Role"
     }
    }
   }
  },
  "RoleMember": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "name": {
     "type": "string"
    },
    "manageScopes": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "dept_id": {
        "type": "integer",
        "format": "int64"
       },
       "name": {
        "type": "string"
       }
      }
     },
     "description": "omitted when no scope is set"
    }
   }
  },
  "ExternalContactCreate": {
   "type": "object",
   "required": [
    "name",
    "follower_user_id",
    "label_ids",
    "state_code",
    "mobile"
   ],
   "properties": {
    "name": {
     "type": "string"
    },
    "follower_user_id": {
     "type": "string",
     "description": "owner"
    },
    "label_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "labels, at least one",
     "maxItems": 20
    },
    "title": {
     "type": "string"
    },
    "company_name": {
     "type": "string"
    },
    "address": {
     "type": "string",
     "x-personal": true
    },
    "remark": {
     "type": "string"
    },
    "share_dept_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "shared with departments",
     "maxItems": 20
    },
    "share_user_ids": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "shared with employees",
     "maxItems": 20
    },
    "state_code": {
     "type": "string",
     "description": "country code, e.g. 86",
     "x-immutable": true
    },
    "mobile": {
     "type": "string",
     "description": "identity; 22005 when already there",
     "x-immutable": true,
     "x-personal": true
    }
   }
  },
  "ExternalContactUpdate": {
   "type": "object",
   "description": "mobile and state_code cannot be changed.",
   "required": [
    "user_id",
    "name",
    "follower_user_id",
    "label_ids"
   ],
   "properties": {
    "user_id": {
     "type": "string",
     "description": "target",
     "maxLength": 64,
     "x-read-name": "userid",
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "follower_user_id": {
     "type": "string",
     "description": "owner",
     "x-clear": "never",
     "x-clear-confidence": "high"
    },
    "label_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "labels, at least one",
     "maxItems": 20,
     "x-clear": "never",
     "x-clear-confidence": "high",
     "x-set": "replace",
     "x-set-confidence": "low"
    },
    "title": {
     "type": "string",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "company_name": {
     "type": "string",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "address": {
     "type": "string",
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-personal": true
    },
    "remark": {
     "type": "string",
     "x-clear": "unknown",
     "x-clear-confidence": "low"
    },
    "share_dept_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "shared with departments",
     "maxItems": 20,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "low"
    },
    "share_user_ids": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "shared with employees",
     "maxItems": 20,
     "x-clear": "unknown",
     "x-clear-confidence": "low",
     "x-set": "replace",
     "x-set-confidence": "low"
    }
   }
  },
  "ExternalContact": {
   "type": "object",
   "required": [
    "userid",
    "name"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "x-write-name": "user_id"
    },
    "name": {
     "type": "string"
    },
    "follower_user_id": {
     "type": "string",
     "description": "owner"
    },
    "label_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "labels, at least one",
     "maxItems": 20
    },
    "title": {
     "type": "string"
    },
    "company_name": {
     "type": "string"
    },
    "address": {
     "type": "string",
     "x-personal": true
    },
    "remark": {
     "type": "string"
    },
    "share_dept_ids": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "shared with departments",
     "maxItems": 20
    },
    "share_user_ids": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "shared with employees",
     "maxItems": 20
    },
    "state_code": {
     "type": "string"
    },
    "mobile": {
     "type": "string",
     "x-personal": true
    },
    "email": {
     "type": "string",
     "readOnly": true,
     "x-read-only": true,
     "x-personal": true
    }
   }
  },
  "ExternalLabelGroup": {
   "type": "object",
   "properties": {
    "name": {
     "type": "string"
    },
    "color": {
     "type": "integer",
     "format": "int64"
    },
    "labels": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "integer",
        "format": "int64"
       },
       "name": {
        "type": "string"
       }
      }
     }
    }
   }
  },
  "AttendanceResult": {
   "type": "object",
   "description": "Item of attendance list (one per scheduled check).",
   "properties": {
    "id": {
     "type": "integer",
     "format": "int64"
    },
    "corpId": {
     "type": "string"
    },
    "userId": {
     "type": "string"
    },
    "groupId": {
     "type": "integer",
     "description": "attendance group",
     "format": "int64"
    },
    "planId": {
     "type": "integer",
     "format": "int64"
    },
    "recordId": {
     "type": "integer",
     "description": "omitted when never clocked",
     "format": "int64"
    },
    "workDate": {
     "type": "integer",
     "description": "Unix ms, midnight of the work day",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "checkType": {
     "type": "string",
     "enum": [
      "OnDuty",
      "OffDuty"
     ]
    },
    "timeResult": {
     "type": "string",
     "description": "seen in records: Normal, NotSigned; open set"
    },
    "locationResult": {
     "type": "string",
     "description": "seen in records: Outside, NotSigned; open set"
    },
    "baseCheckTime": {
     "type": "integer",
     "description": "scheduled time, Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "userCheckTime": {
     "type": "integer",
     "description": "actual time, Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "sourceType": {
     "type": "string",
     "description": "seen in records: USER, SYSTEM; open set"
    },
    "approveId": {
     "type": "integer",
     "format": "int64"
    },
    "procInstId": {
     "type": "string"
    }
   },
   "additionalProperties": true
  },
  "AttendanceRecord": {
   "type": "object",
   "description": "Item of attendance listRecord (every physical clock-in).",
   "properties": {
    "id": {
     "type": "integer",
     "format": "int64"
    },
    "corpId": {
     "type": "string"
    },
    "userId": {
     "type": "string"
    },
    "groupId": {
     "type": "integer",
     "description": "attendance group",
     "format": "int64"
    },
    "planId": {
     "type": "integer",
     "format": "int64"
    },
    "recordId": {
     "type": "integer",
     "description": "omitted when never clocked",
     "format": "int64"
    },
    "workDate": {
     "type": "integer",
     "description": "Unix ms, midnight of the work day",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "checkType": {
     "type": "string",
     "enum": [
      "OnDuty",
      "OffDuty"
     ]
    },
    "timeResult": {
     "type": "string",
     "description": "seen in records: Normal, NotSigned; open set"
    },
    "locationResult": {
     "type": "string",
     "description": "seen in records: Outside, NotSigned; open set"
    },
    "baseCheckTime": {
     "type": "integer",
     "description": "scheduled time, Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "userCheckTime": {
     "type": "integer",
     "description": "actual time, Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "sourceType": {
     "type": "string",
     "description": "seen in records: USER, SYSTEM; open set"
    },
    "approveId": {
     "type": "integer",
     "format": "int64"
    },
    "procInstId": {
     "type": "string"
    },
    "classId": {
     "type": "integer",
     "format": "int64"
    },
    "bizId": {
     "type": "string"
    },
    "deviceId": {
     "type": "string",
     "x-personal": true
    },
    "deviceSN": {
     "type": "string",
     "x-personal": true
    },
    "isLegal": {
     "type": "string",
     "enum": [
      "Y",
      "N"
     ]
    },
    "locationMethod": {
     "type": "string"
    },
    "planCheckTime": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "gmtCreate": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "gmtModified": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "userAddress": {
     "type": "string",
     "x-personal": true
    },
    "userLatitude": {
     "type": "number",
     "x-personal": true
    },
    "userLongitude": {
     "type": "number",
     "x-personal": true
    },
    "userAccuracy": {
     "type": "number"
    },
    "userSsid": {
     "type": "string",
     "x-personal": true
    },
    "userMacAddr": {
     "type": "string",
     "x-personal": true
    },
    "baseAddress": {
     "type": "string"
    },
    "baseLatitude": {
     "type": "string"
    },
    "baseLongitude": {
     "type": "string"
    },
    "baseAccuracy": {
     "type": "string"
    },
    "baseSsid": {
     "type": "string"
    },
    "baseMacAddr": {
     "type": "string"
    },
    "invalidRecordType": {
     "type": "string"
    },
    "invalidRecordMsg": {
     "type": "string"
    },
    "outsideRemark": {
     "type": "string"
    },
    "photoUrl": {
     "type": "string",
     "description": "only when a picture was taken",
     "x-personal": true
    }
   },
   "additionalProperties": true
  },
  "HrmFieldData": {
   "type": "object",
   "properties": {
    "group_id": {
     "type": "string"
    },
    "field_code": {
     "type": "string",
     "description": "e.g. sys00-name"
    },
    "field_name": {
     "type": "string"
    },
    "field_value_list": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "item_index": {
        "type": "integer",
        "format": "int64"
       },
       "value": {
        "type": "string",
        "x-personal": true
       },
       "label": {
        "type": "string",
        "x-personal": true
       }
      }
     }
    }
   }
  },
  "HrmRoster": {
   "type": "object",
   "properties": {
    "corp_id": {
     "type": "string"
    },
    "userid": {
     "type": "string"
    },
    "unionid": {
     "type": "string"
    },
    "field_data_list": {
     "type": "array",
     "items": {
      "$ref": "HrmFieldData"
     }
    }
   }
  },
  "Dimission": {
   "type": "object",
   "properties": {
    "userid": {
     "type": "string"
    },
    "last_work_day": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "dept_list": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "dept_id": {
        "type": "integer",
        "format": "int64"
       },
       "dept_path": {
        "type": "string"
       }
      }
     }
    },
    "main_dept_id": {
     "type": "integer",
     "format": "int64"
    },
    "main_dept_name": {
     "type": "string"
    },
    "handover_userid": {
     "type": "string"
    },
    "pre_status": {
     "type": "integer",
     "description": "1 pre-entry, 2 probation, 3 regular",
     "format": "int64"
    },
    "status": {
     "type": "integer",
     "description": "1 leaving, 2 left, 3 not leaving, 4 approval pending, 5 void",
     "format": "int64"
    },
    "reason_type": {
     "type": "integer",
     "description": "1 to 9",
     "format": "int64"
    },
    "reason_memo": {
     "type": "string",
     "x-personal": true
    }
   }
  },
  "IndustryDepartment": {
   "type": "object",
   "properties": {
    "dept_id": {
     "type": "integer",
     "format": "int64"
    },
    "super_id": {
     "type": "integer",
     "description": "parent (detail only)",
     "format": "int64"
    },
    "name": {
     "type": "string"
    },
    "dept_type": {
     "type": "string"
    },
    "contact_type": {
     "type": "string"
    },
    "feature": {
     "type": "string",
     "description": "JSON string",
     "x-wire": "json-string",
     "x-personal": true
    }
   }
  },
  "IndustryUser": {
   "type": "object",
   "properties": {
    "userid": {
     "type": "string",
     "description": "list only"
    },
    "unionid": {
     "type": "string"
    },
    "name": {
     "type": "string"
    },
    "feature": {
     "type": "string",
     "description": "JSON string",
     "x-wire": "json-string",
     "x-personal": true
    },
    "roles": {
     "type": "array",
     "items": {
      "type": "object",
      "properties": {
       "id": {
        "type": "integer",
        "format": "int64"
       },
       "name": {
        "type": "string"
       }
      }
     }
    }
   }
  },
  "DepartmentV1": {
   "type": "object",
   "description": "Item of v1 department list; no order. Education organisations yield ids below 1 such as -1, -7: skip them.",
   "required": [
    "id",
    "name"
   ],
   "properties": {
    "id": {
     "type": "integer",
     "format": "int64"
    },
    "name": {
     "type": "string"
    },
    "parentid": {
     "type": "integer",
     "description": "omitted for root",
     "format": "int64"
    },
    "createDeptGroup": {
     "type": "boolean"
    },
    "autoAddUser": {
     "type": "boolean"
    },
    "isFromUnionOrg": {
     "type": "boolean"
    },
    "sourceIdentifier": {
     "type": "string",
     "description": "returned when set (official sample, 2025-09-08)"
    },
    "ext": {
     "type": "string",
     "x-wire": "json-string"
    }
   },
   "additionalProperties": true
  },
  "DeleteUserRequest": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    }
   }
  },
  "GetUserRequest": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    },
    "login_id": {
     "type": "string",
     "description": "login name of an own DingTalk-built account; when set userid is ignored"
    }
   }
  },
  "ListUsersSimpleRequest": {
   "type": "object",
   "required": [
    "dept_id",
    "cursor",
    "size"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "direct members only; root is 1",
     "format": "int64",
     "minimum": 1
    },
    "cursor": {
     "type": "integer",
     "description": "0 first, then next_cursor",
     "format": "int64",
     "minimum": 0,
     "maximum": 100000
    },
    "size": {
     "type": "integer",
     "description": "page size",
     "format": "int64",
     "minimum": 1,
     "maximum": 100
    },
    "order_field": {
     "type": "string",
     "description": "sort",
     "enum": [
      "entry_asc",
      "entry_desc",
      "modify_asc",
      "modify_desc",
      "custom"
     ],
     "default": "custom"
    },
    "contain_access_limit": {
     "type": "boolean",
     "description": "also return access-restricted people",
     "default": false
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    }
   }
  },
  "ListUserIdsRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    }
   }
  },
  "ListUsersRequest": {
   "type": "object",
   "required": [
    "dept_id",
    "cursor",
    "size"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "direct members only; root is 1",
     "format": "int64",
     "minimum": 1
    },
    "cursor": {
     "type": "integer",
     "description": "0 first, then next_cursor",
     "format": "int64",
     "minimum": 0,
     "maximum": 100000
    },
    "size": {
     "type": "integer",
     "description": "page size",
     "format": "int64",
     "minimum": 1,
     "maximum": 100
    },
    "order_field": {
     "type": "string",
     "description": "sort",
     "enum": [
      "entry_asc",
      "entry_desc",
      "modify_asc",
      "modify_desc",
      "custom"
     ],
     "default": "custom"
    },
    "contain_access_limit": {
     "type": "boolean",
     "description": "also return access-restricted people",
     "default": false
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    }
   }
  },
  "CountUsersRequest": {
   "type": "object",
   "required": [
    "only_active"
   ],
   "properties": {
    "only_active": {
     "type": "boolean",
     "description": "true: only activated people; false: everyone"
    }
   }
  },
  "ListInactiveUsersRequest": {
   "type": "object",
   "required": [
    "is_active",
    "offset",
    "size",
    "query_date"
   ],
   "properties": {
    "is_active": {
     "type": "boolean",
     "description": "false: not signed in; true: signed in"
    },
    "dept_ids": {
     "type": "string",
     "description": "Departments; whole organisation when absent. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 100,
     "pattern": "^[0-9]+(,[0-9]+){0,99}$",
     "minItems": 1
    },
    "offset": {
     "type": "integer",
     "description": "0 first, then next_cursor",
     "format": "int64",
     "minimum": 0
    },
    "size": {
     "type": "integer",
     "description": "page size",
     "format": "int64",
     "minimum": 1,
     "maximum": 100
    },
    "query_date": {
     "type": "string",
     "description": "yyyyMMdd",
     "pattern": "^[0-9]{8}$"
    }
   }
  },
  "GetUserIdByMobileRequest": {
   "type": "object",
   "required": [
    "mobile"
   ],
   "properties": {
    "mobile": {
     "type": "string",
     "maxLength": 15,
     "x-personal": true
    },
    "support_exclusive_account_search": {
     "type": "boolean",
     "description": "also search own enterprise accounts"
    }
   }
  },
  "GetUserIdByUnionidRequest": {
   "type": "object",
   "required": [
    "unionid"
   ],
   "properties": {
    "unionid": {
     "type": "string",
     "maxLength": 100
    }
   }
  },
  "GetAdminScopeRequest": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    }
   }
  },
  "DeleteDepartmentRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    }
   }
  },
  "GetDepartmentRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    }
   }
  },
  "ListSubDepartmentsRequest": {
   "type": "object",
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "parent; root when omitted",
     "format": "int64",
     "minimum": 1
    },
    "language": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    }
   }
  },
  "ListSubDepartmentIdsRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    }
   }
  },
  "ListParentsByDeptRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "description": "department id; root is 1",
     "format": "int64",
     "minimum": 1
    }
   }
  },
  "ListParentsByUserRequest": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    }
   }
  },
  "CreateRoleRequest": {
   "type": "object",
   "required": [
    "roleName",
    "groupId"
   ],
   "properties": {
    "roleName": {
     "type": "string",
     "x-read-name": "name"
    },
    "groupId": {
     "type": "integer",
     "format": "int64",
     "x-immutable": true
    }
   }
  },
  "CreateRoleGroupRequest": {
   "type": "object",
   "required": [
    "name"
   ],
   "properties": {
    "name": {
     "type": "string",
     "x-immutable": true
    }
   }
  },
  "UpdateRoleRequest": {
   "type": "object",
   "required": [
    "roleId",
    "roleName"
   ],
   "properties": {
    "roleId": {
     "type": "integer",
     "format": "int64",
     "x-read-name": "id"
    },
    "roleName": {
     "type": "string",
     "x-read-name": "name"
    }
   }
  },
  "AddRolesForEmployeesRequest": {
   "type": "object",
   "required": [
    "roleIds",
    "userIds"
   ],
   "properties": {
    "roleIds": {
     "type": "string",
     "description": "Role ids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 20,
     "pattern": "^[0-9]+(,[0-9]+){0,19}$",
     "minItems": 1,
     "x-set": "merge",
     "x-set-confidence": "high"
    },
    "userIds": {
     "type": "string",
     "description": "userids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 20,
     "pattern": "^[^,]+(,[^,]+){0,19}$",
     "minItems": 1,
     "x-set": "merge",
     "x-set-confidence": "high"
    }
   }
  },
  "RemoveRolesForEmployeesRequest": {
   "type": "object",
   "required": [
    "roleIds",
    "userIds"
   ],
   "properties": {
    "roleIds": {
     "type": "string",
     "description": "Role ids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 20,
     "pattern": "^[0-9]+(,[0-9]+){0,19}$",
     "minItems": 1
    },
    "userIds": {
     "type": "string",
     "description": "userids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 100,
     "pattern": "^[^,]+(,[^,]+){0,99}$",
     "minItems": 1
    }
   }
  },
  "DeleteRoleRequest": {
   "type": "object",
   "required": [
    "role_id"
   ],
   "properties": {
    "role_id": {
     "type": "integer",
     "format": "int64"
    }
   }
  },
  "UpdateRoleMemberScopeRequest": {
   "type": "object",
   "required": [
    "userid",
    "role_id"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    },
    "role_id": {
     "type": "integer",
     "format": "int64"
    },
    "dept_ids": {
     "type": "string",
     "description": "Scope; whole organisation when absent. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 50,
     "pattern": "^[0-9]+(,[0-9]+){0,49}$",
     "minItems": 1,
     "x-set": "replace",
     "x-set-confidence": "medium"
    }
   }
  },
  "GetRoleGroupRequest": {
   "type": "object",
   "required": [
    "group_id"
   ],
   "properties": {
    "group_id": {
     "type": "integer",
     "format": "int64"
    }
   }
  },
  "ListRolesRequest": {
   "type": "object",
   "properties": {
    "size": {
     "type": "integer",
     "description": "effective only together with offset",
     "format": "int64",
     "default": 20,
     "minimum": 1,
     "maximum": 200
    },
    "offset": {
     "type": "integer",
     "description": "from 0",
     "format": "int64",
     "default": 0,
     "minimum": 0
    }
   }
  },
  "GetRoleRequest": {
   "type": "object",
   "required": [
    "roleId"
   ],
   "properties": {
    "roleId": {
     "type": "integer",
     "format": "int64"
    }
   }
  },
  "ListRoleMembersRequest": {
   "type": "object",
   "required": [
    "role_id"
   ],
   "properties": {
    "role_id": {
     "type": "integer",
     "format": "int64"
    },
    "size": {
     "type": "integer",
     "description": "effective only together with offset",
     "format": "int64",
     "default": 20,
     "minimum": 1,
     "maximum": 100
    },
    "offset": {
     "type": "integer",
     "description": "from 0",
     "format": "int64",
     "default": 0,
     "minimum": 0
    }
   }
  },
  "CreateExternalContactRequest": {
   "type": "object",
   "required": [
    "contact"
   ],
   "properties": {
    "contact": {
     "$ref": "ExternalContactCreate"
    }
   }
  },
  "UpdateExternalContactRequest": {
   "type": "object",
   "required": [
    "contact"
   ],
   "properties": {
    "contact": {
     "$ref": "ExternalContactUpdate"
    }
   }
  },
  "DeleteExternalContactRequest": {
   "type": "object",
   "required": [
    "user_id"
   ],
   "properties": {
    "user_id": {
     "type": "string"
    }
   }
  },
  "ListExternalContactsRequest": {
   "type": "object",
   "properties": {
    "size": {
     "type": "integer",
     "description": "effective only together with offset",
     "format": "int64",
     "default": 20,
     "minimum": 1,
     "maximum": 100
    },
    "offset": {
     "type": "integer",
     "format": "int64",
     "default": 0,
     "minimum": 0
    }
   }
  },
  "ListExternalLabelGroupsRequest": {
   "type": "object",
   "properties": {
    "size": {
     "type": "integer",
     "format": "int64",
     "default": 20,
     "minimum": 1,
     "maximum": 100
    },
    "offset": {
     "type": "integer",
     "format": "int64",
     "default": 0,
     "minimum": 0
    }
   }
  },
  "GetExternalContactRequest": {
   "type": "object",
   "required": [
    "user_id"
   ],
   "properties": {
    "user_id": {
     "type": "string",
     "maxLength": 64
    }
   }
  },
  "ListOnJobEmployeesRequest": {
   "type": "object",
   "required": [
    "status_list",
    "offset",
    "size"
   ],
   "properties": {
    "status_list": {
     "type": "string",
     "description": "2 probation, 3 regular, 5 leaving, -1 no status. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "maxItems": 20,
     "pattern": "^-?[0-9]+(,-?[0-9]+){0,19}$",
     "minItems": 1
    },
    "offset": {
     "type": "integer",
     "format": "int64",
     "minimum": 0
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "minimum": 1,
     "maximum": 50
    }
   }
  },
  "QueryOnJobEmployeesRequest": {
   "type": "object",
   "required": [
    "status_list",
    "cursor",
    "size"
   ],
   "properties": {
    "status_list": {
     "type": "string",
     "description": "As queryonjob. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "integer",
      "format": "int64"
     },
     "pattern": "^-?[0-9]+(,-?[0-9]+)*$",
     "minItems": 1
    },
    "cursor": {
     "type": "integer",
     "format": "int64"
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "maximum": 50
    },
    "search_param": {
     "type": "object",
     "properties": {
      "entry_start_date": {
       "type": "string",
       "description": "yyyy-MM-dd HH:mm:ss"
      },
      "entry_end_date": {
       "type": "string"
      }
     }
    }
   }
  },
  "ListPreEntryEmployeesRequest": {
   "type": "object",
   "required": [
    "offset",
    "size"
   ],
   "properties": {
    "offset": {
     "type": "integer",
     "format": "int64",
     "minimum": 0
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "minimum": 1,
     "maximum": 50
    }
   }
  },
  "ListDimissionEmployeesRequest": {
   "type": "object",
   "required": [
    "offset",
    "size"
   ],
   "properties": {
    "offset": {
     "type": "integer",
     "format": "int64",
     "minimum": 0
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "minimum": 1,
     "maximum": 50
    }
   }
  },
  "GetDimissionDetailsRequest": {
   "type": "object",
   "required": [
    "userid_list"
   ],
   "properties": {
    "userid_list": {
     "type": "string",
     "description": "userids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 50,
     "pattern": "^[^,]+(,[^,]+){0,49}$",
     "minItems": 1
    }
   }
  },
  "ListAttendanceResultsRequest": {
   "type": "object",
   "required": [
    "workDateFrom",
    "workDateTo",
    "userIdList",
    "offset",
    "limit"
   ],
   "properties": {
    "workDateFrom": {
     "type": "string",
     "description": "yyyy-MM-dd HH:mm:ss"
    },
    "workDateTo": {
     "type": "string",
     "description": "at most 7 days after workDateFrom"
    },
    "userIdList": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "userids",
     "maxItems": 50
    },
    "offset": {
     "type": "integer",
     "description": "0 then offset+limit",
     "format": "int64",
     "minimum": 0
    },
    "limit": {
     "type": "integer",
     "format": "int64",
     "minimum": 1,
     "maximum": 50
    },
    "isI18n": {
     "type": "boolean",
     "description": "true for overseas organisations",
     "default": false
    }
   }
  },
  "ListAttendanceRecordsRequest": {
   "type": "object",
   "required": [
    "userIds",
    "checkDateFrom",
    "checkDateTo"
   ],
   "properties": {
    "userIds": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "description": "userids",
     "maxItems": 50
    },
    "checkDateFrom": {
     "type": "string",
     "description": "yyyy-MM-dd HH:mm:ss"
    },
    "checkDateTo": {
     "type": "string",
     "description": "at most 7 days after checkDateFrom"
    },
    "isI18n": {
     "type": "boolean",
     "default": false
    }
   }
  },
  "GetUserAttendanceGroupRequest": {
   "type": "object",
   "required": [
    "userid"
   ],
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64
    }
   }
  },
  "ListAttendanceGroupsRequest": {
   "type": "object",
   "properties": {
    "offset": {
     "type": "integer",
     "format": "int64",
     "minimum": 0
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "minimum": 1,
     "maximum": 10
    }
   }
  },
  "ListIndustryDepartmentsRequest": {
   "type": "object",
   "required": [
    "dept_id",
    "size"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "format": "int64"
    },
    "cursor": {
     "type": "integer",
     "description": "1 when absent",
     "format": "int64",
     "default": 1
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "maximum": 1000,
     "minimum": 1
    }
   }
  },
  "GetIndustryDepartmentRequest": {
   "type": "object",
   "required": [
    "dept_id"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "format": "int64"
    }
   }
  },
  "ListIndustryUsersRequest": {
   "type": "object",
   "required": [
    "dept_id",
    "size"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "format": "int64"
    },
    "role": {
     "type": "string",
     "description": "label"
    },
    "cursor": {
     "type": "integer",
     "format": "int64"
    },
    "size": {
     "type": "integer",
     "format": "int64",
     "maximum": 1000,
     "minimum": 1
    }
   }
  },
  "GetIndustryUserRequest": {
   "type": "object",
   "required": [
    "dept_id",
    "userid"
   ],
   "properties": {
    "dept_id": {
     "type": "integer",
     "format": "int64"
    },
    "userid": {
     "type": "string"
    }
   }
  },
  "V1BatchDeleteUsersRequest": {
   "type": "object",
   "required": [
    "useridlist"
   ],
   "properties": {
    "useridlist": {
     "type": "array",
     "items": {
      "type": "string"
     },
     "minItems": 1,
     "maxItems": 20
    }
   }
  },
  "ListEmployeeRosterValuesRequest": {
   "type": "object",
   "required": [
    "agentid",
    "userid_list"
   ],
   "properties": {
    "agentid": {
     "type": "integer",
     "description": "agent id of the app",
     "format": "int64"
    },
    "userid_list": {
     "type": "string",
     "description": "userids. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 100,
     "pattern": "^[^,]+(,[^,]+){0,99}$",
     "minItems": 1
    },
    "field_filter_list": {
     "type": "string",
     "description": "Field codes. Comma-separated string, not an array.",
     "x-wire": "csv",
     "x-items": {
      "type": "string"
     },
     "maxItems": 100,
     "pattern": "^[^,]+(,[^,]+){0,99}$",
     "minItems": 1
    }
   }
  },
  "DepartmentV1Create": {
   "type": "object",
   "properties": {
    "id": {
     "type": [
      "integer",
      "string"
     ],
     "description": "create: custom id (greater than 1, below int64 max; undocumented outside the SDK); update: target, required"
    },
    "name": {
     "type": "string",
     "description": "1 to 64 characters; \"-\", \",\" and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling.",
     "maxLength": 64
    },
    "parentid": {
     "type": [
      "string",
      "integer"
     ],
     "description": "parent"
    },
    "order": {
     "type": [
      "string",
      "integer",
      "null"
     ]
    },
    "createDeptGroup": {
     "type": "boolean"
    },
    "deptHiding": {
     "type": "boolean"
    },
    "deptPermits": {
     "type": "string",
     "description": "pipe-separated ids"
    },
    "userPermits": {
     "type": "string",
     "description": "pipe-separated userids"
    },
    "deptPerimits": {
     "type": "string",
     "description": "deprecated spelling"
    },
    "userPerimits": {
     "type": "string",
     "description": "deprecated spelling"
    },
    "outerDept": {
     "type": "boolean"
    },
    "outerDeptOnlySelf": {
     "type": "boolean"
    },
    "outerPermitDepts": {
     "type": "string",
     "description": "pipe-separated"
    },
    "outerPermitUsers": {
     "type": "string",
     "description": "pipe-separated"
    },
    "sourceIdentifier": {
     "type": "string"
    },
    "autoApproveApply": {
     "type": "boolean"
    },
    "ext": {
     "type": "string",
     "description": "JSON object text, custom department fields",
     "x-wire": "json-string"
    },
    "parentBalanceFirst": {
     "type": "boolean"
    },
    "shareBalance": {
     "type": "boolean"
    }
   },
   "required": [
    "name",
    "parentid"
   ],
   "description": "Body of v1 department create. Permit lists hold up to 200 ids here."
  },
  "DepartmentV1Update": {
   "type": "object",
   "properties": {
    "id": {
     "type": [
      "integer",
      "string"
     ],
     "description": "create: custom id (greater than 1, below int64 max; undocumented outside the SDK); update: target, required",
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "description": "1 to 64 characters; \"-\", \",\" and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling.",
     "maxLength": 64
    },
    "parentid": {
     "type": [
      "string",
      "integer"
     ],
     "description": "parent"
    },
    "order": {
     "type": [
      "string",
      "integer",
      "null"
     ]
    },
    "createDeptGroup": {
     "type": "boolean"
    },
    "autoAddUser": {
     "type": "boolean",
     "description": "update only"
    },
    "deptHiding": {
     "type": "boolean"
    },
    "deptPermits": {
     "type": "string",
     "description": "pipe-separated ids"
    },
    "userPermits": {
     "type": "string",
     "description": "pipe-separated userids"
    },
    "deptPerimits": {
     "type": "string",
     "description": "deprecated spelling"
    },
    "userPerimits": {
     "type": "string",
     "description": "deprecated spelling"
    },
    "outerDept": {
     "type": "boolean"
    },
    "outerDeptOnlySelf": {
     "type": "boolean"
    },
    "outerPermitDepts": {
     "type": "string",
     "description": "pipe-separated"
    },
    "outerPermitUsers": {
     "type": "string",
     "description": "pipe-separated"
    },
    "deptManagerUseridList": {
     "type": "string",
     "description": "update only, pipe-separated"
    },
    "orgDeptOwner": {
     "type": "string",
     "description": "update only"
    },
    "groupContainSubDept": {
     "type": "boolean",
     "description": "update only"
    },
    "groupContainOuterDept": {
     "type": "boolean",
     "description": "update only"
    },
    "groupContainHiddenDept": {
     "type": "boolean",
     "description": "update only"
    },
    "sourceIdentifier": {
     "type": "string"
    },
    "lang": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    },
    "autoApproveApply": {
     "type": "boolean"
    },
    "ext": {
     "type": "string",
     "description": "JSON object text, custom department fields",
     "x-wire": "json-string"
    }
   },
   "required": [
    "id"
   ],
   "description": "Body of v1 department update."
  },
  "UserV1Create": {
   "type": "object",
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64,
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "maxLength": 64
    },
    "mobile": {
     "type": "string",
     "x-immutable": true,
     "x-personal": true
    },
    "department": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "department ids (array)"
    },
    "orderInDepts": {
     "type": "string",
     "description": "JSON string, department id to order, larger first",
     "x-wire": "json-string"
    },
    "positionInDepts": {
     "type": "string",
     "description": "JSON string, department id to title",
     "x-wire": "json-string"
    },
    "position": {
     "type": "string",
     "maxLength": 64
    },
    "tel": {
     "type": "string",
     "maxLength": 50,
     "x-personal": true
    },
    "email": {
     "type": "string",
     "maxLength": 64,
     "x-personal": true
    },
    "orgEmail": {
     "type": "string",
     "x-personal": true
    },
    "jobnumber": {
     "type": "string",
     "maxLength": 64
    },
    "workPlace": {
     "type": "string",
     "maxLength": 50
    },
    "remark": {
     "type": "string",
     "maxLength": 1000
    },
    "isHide": {
     "type": "boolean"
    },
    "isSenior": {
     "type": "boolean"
    },
    "extattr": {
     "type": "object",
     "description": "custom attributes, a real JSON object here",
     "additionalProperties": true
    },
    "hiredDate": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "managerUserid": {
     "type": "string",
     "description": "update only"
    }
   },
   "required": [
    "name",
    "mobile",
    "department"
   ],
   "description": "Body of v1 user create."
  },
  "UserV1Update": {
   "type": "object",
   "properties": {
    "userid": {
     "type": "string",
     "description": "employee userid",
     "minLength": 1,
     "maxLength": 64,
     "x-immutable": true
    },
    "name": {
     "type": "string",
     "maxLength": 64
    },
    "mobile": {
     "type": "string",
     "x-immutable": true,
     "x-personal": true
    },
    "department": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     },
     "description": "department ids (array)"
    },
    "orderInDepts": {
     "type": "string",
     "description": "JSON string, department id to order, larger first",
     "x-wire": "json-string"
    },
    "positionInDepts": {
     "type": "string",
     "description": "JSON string, department id to title",
     "x-wire": "json-string"
    },
    "position": {
     "type": "string",
     "maxLength": 64
    },
    "tel": {
     "type": "string",
     "maxLength": 50,
     "x-personal": true
    },
    "email": {
     "type": "string",
     "maxLength": 64,
     "x-personal": true
    },
    "orgEmail": {
     "type": "string",
     "x-personal": true
    },
    "jobnumber": {
     "type": "string",
     "maxLength": 64
    },
    "workPlace": {
     "type": "string",
     "maxLength": 50
    },
    "remark": {
     "type": "string",
     "maxLength": 1000
    },
    "isHide": {
     "type": "boolean"
    },
    "isSenior": {
     "type": "boolean"
    },
    "extattr": {
     "type": "object",
     "description": "custom attributes, a real JSON object here",
     "additionalProperties": true
    },
    "hiredDate": {
     "type": "integer",
     "description": "Unix ms",
     "format": "int64",
     "x-wire": "ms-timestamp"
    },
    "managerUserid": {
     "type": "string",
     "description": "update only"
    },
    "lang": {
     "type": "string",
     "description": "contacts language",
     "enum": [
      "zh_CN",
      "en_US"
     ],
     "default": "zh_CN",
     "maxLength": 6
    }
   },
   "required": [
    "userid"
   ],
   "description": "Body of v1 user update."
  },
  "UserV1": {
   "type": "object",
   "description": "v1 person. department, order and isLeader are relative to the queried department in the lists; user get returns orderInDepts and isLeaderInDepts instead.",
   "required": [
    "userid",
    "name"
   ],
   "properties": {
    "userid": {
     "type": "string"
    },
    "unionid": {
     "type": "string"
    },
    "name": {
     "type": "string"
    },
    "department": {
     "type": "array",
     "items": {
      "type": "integer",
      "format": "int64"
     }
    },
    "order": {
     "type": "integer",
     "format": "int64",
     "description": "weight in the queried department; present after somebody sorted it in the console. Use a lossless JSON parser.",
     "x-wire": "int64"
    },
    "isLeader": {
     "type": "boolean"
    },
    "mobile": {
     "type": "string",
     "x-personal": true
    },
    "tel": {
     "type": "string",
     "x-personal": true
    },
    "email": {
     "type": "string",
     "x-personal": true
    },
    "orgEmail": {
     "type": "string",
     "x-personal": true
    },
    "workPlace": {
     "type": "string"
    },
    "remark": {
     "type": "string"
    },
    "position": {
     "type": "string"
    },
    "avatar": {
     "type": "string",
     "x-personal": true
    },
    "jobnumber": {
     "type": "string"
    },
    "stateCode": {
     "type": "string"
    },
    "managerUserid": {
     "type": "string"
    },
    "isAdmin": {
     "type": "boolean"
    },
    "isBoss": {
     "type": "boolean"
    },
    "isHide": {
     "type": "boolean"
    },
    "isSenior": {
     "type": "boolean"
    },
    "active": {
     "type": "boolean"
    },
    "realAuthed": {
     "type": "boolean"
    },
    "hiredDate": {
     "type": "integer",
     "format": "int64",
     "description": "Unix milliseconds",
     "x-wire": "ms-timestamp"
    },
    "extattr": {
     "type": "object",
     "additionalProperties": true
    }
   },
   "additionalProperties": true
  },
  "Error": {
   "type": "object",
   "description": "Error body of the new API. Header and body key case varies by path through the gateway, so read keys case-insensitively.",
   "properties": {
    "code": {
     "type": "string"
    },
    "message": {
     "type": "string"
    },
    "requestid": {
     "type": "string"
    },
    "accessdenieddetail": {
     "type": "object",
     "properties": {
      "requiredScopes": {
       "type": "array",
       "items": {
        "type": "string"
       }
      }
     }
    }
   },
   "required": [
    "code"
   ]
  }
 },
 "commonErrors": {
  "oapi": [
   {
    "code": -1,
    "meaning": "system busy; official advice is a later retry, at most three times (after a write read first)",
    "action": "check",
    "basis": "global-table"
   },
   {
    "code": 22,
    "meaning": "unknown API name or path (sub_msg and request_id, no sub_code seen)",
    "action": "config",
    "basis": "third-party"
   },
   {
    "code": 88,
    "meaning": "gateway authentication failed: the cause is in sub_code and sub_msg; an empty sub_code is a timeout of the authorisation service",
    "action": "check",
    "basis": "global-table"
   },
   {
    "code": 15,
    "meaning": "gateway to service timeout or connection failure (sub_code isp.*)",
    "action": "check",
    "basis": "third-party"
   },
   {
    "code": 40001,
    "meaning": "wrong secret when fetching a token, or invalid token",
    "action": "token",
    "basis": "global-table"
   },
   {
    "code": 40014,
    "meaning": "access_token invalid",
    "action": "token",
    "basis": "global-table"
   },
   {
    "code": 41001,
    "meaning": "access_token missing from the URL",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 42001,
    "meaning": "access_token expired",
    "action": "token",
    "basis": "global-table"
   },
   {
    "code": 43007,
    "meaning": "token lacks authorisation",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 48004,
    "meaning": "authorisation relation invalid",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 50003,
    "meaning": "app disabled",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 50005,
    "meaning": "organisation disabled",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 70001,
    "meaning": "organisation missing or dissolved",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 60011,
    "meaning": "app has no permission for this API",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 60020,
    "meaning": "caller IP not in the app allowlist",
    "action": "config",
    "basis": "global-table"
   },
   {
    "code": 90001,
    "meaning": "all calls from this server temporarily blocked",
    "action": "retry",
    "basis": "global-table"
   },
   {
    "code": 90002,
    "meaning": "this API temporarily blocked by global throttling (on /gettoken: appkey empty)",
    "action": "retry",
    "basis": "throttling-page"
   },
   {
    "code": 90003,
    "meaning": "all calls of this organisation temporarily blocked (on /gettoken: appsecret empty)",
    "action": "retry",
    "basis": "global-table"
   },
   {
    "code": 90004,
    "meaning": "credential pair temporarily blocked",
    "action": "retry",
    "basis": "global-table"
   },
   {
    "code": 90005,
    "meaning": "organisation called this API too often",
    "action": "retry",
    "basis": "global-table"
   },
   {
    "code": 90006,
    "meaning": "credential pair called this API too often",
    "action": "retry",
    "basis": "global-table"
   },
   {
    "code": 90018,
    "meaning": "this app called this API too often (per second)",
    "action": "retry",
    "basis": "throttling-page"
   },
   {
    "code": 90020,
    "meaning": "monthly quota of the organisation used up; exempt calls still work",
    "action": "quota",
    "basis": "throttling-page"
   },
   {
    "code": 88,
    "sub_code": "60011",
    "meaning": "no permission for this API, gateway form",
    "action": "config",
    "basis": "third-party"
   },
   {
    "code": 88,
    "sub_code": "60020",
    "meaning": "caller IP not in the allowlist, gateway form",
    "action": "config",
    "basis": "inferred"
   },
   {
    "code": 88,
    "sub_code": "40014",
    "meaning": "token invalid, gateway form",
    "action": "token",
    "basis": "third-party"
   },
   {
    "code": 88,
    "sub_code": "90018",
    "meaning": "throttled, gateway form",
    "action": "retry",
    "basis": "third-party"
   }
  ],
  "api": [
   {
    "status": 400,
    "code": "InvalidAuthentication",
    "meaning": "token invalid or expired (HTTP 400, not 401)",
    "action": "token",
    "basis": "endpoint-page"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.AccessTokenPermissionDenied",
    "meaning": "permission missing; required scopes are in the body",
    "action": "config",
    "basis": "endpoint-page"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.IpNotInWhiteList",
    "meaning": "caller IP not in the app allowlist",
    "action": "config",
    "basis": "third-party"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
    "meaning": "app called this API too often in this second",
    "action": "retry",
    "basis": "throttling-page"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi",
    "meaning": "app called this API too often in this minute",
    "action": "retry",
    "basis": "third-party"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.QpsLimitForApi",
    "meaning": "platform ceiling of this API",
    "action": "retry",
    "basis": "throttling-page"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi",
    "meaning": "third-party app called this API of one organisation too often in this second",
    "action": "retry",
    "basis": "third-party"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi",
    "meaning": "third-party app called this API of one organisation too often in this minute",
    "action": "retry",
    "basis": "third-party"
   },
   {
    "status": 403,
    "code": "Forbidden.AccessDenied.ApiCountLimitForOrg",
    "meaning": "monthly quota used up; exempt calls still work",
    "action": "quota",
    "basis": "throttling-page"
   },
   {
    "status": 504,
    "code": "service.timeout",
    "meaning": "gateway timeout",
    "action": "check",
    "basis": "third-party"
   },
   {
    "status": 500,
    "code": "system.busy",
    "meaning": "server busy",
    "action": "check",
    "basis": "endpoint-page"
   }
  ]
 },
 "globalErrors": [
  {
   "code": 404,
   "meaning": "no such URI",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 33001,
   "meaning": "invalid organisation id",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 40070,
   "meaning": "sort parameter invalid",
   "action": "item",
   "basis": "global-table"
  },
  {
   "code": 40078,
   "meaning": "temporary authorisation code does not exist",
   "action": "item",
   "basis": "global-table"
  },
  {
   "code": 43001,
   "meaning": "GET required",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 43002,
   "meaning": "POST required",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 43005,
   "meaning": "JSON content type required (some v1 endpoints)",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 43009,
   "meaning": "POST body must be JSON (some v1 endpoints)",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 45009,
   "meaning": "API call quota exceeded",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 60120,
   "meaning": "user disabled",
   "action": "item",
   "basis": "global-table"
  },
  {
   "code": 90019,
   "meaning": "ISV per-authorised-organisation QPS throttle (40/s)",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 400042,
   "meaning": "organisation does not exist",
   "action": "config",
   "basis": "global-table"
  },
  {
   "code": 90007,
   "meaning": "one organisation called too often (third-party app)",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90008,
   "meaning": "organisation called this API too often (third-party app)",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90009,
   "meaning": "third-party vendor called too often",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90010,
   "meaning": "third-party vendor called this API too often",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90011,
   "meaning": "third-party app called too often",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90012,
   "meaning": "third-party app called this API too often",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90013,
   "meaning": "third-party app called too often for one organisation",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90014,
   "meaning": "third-party app called this API too often for one organisation",
   "action": "retry",
   "basis": "global-table"
  },
  {
   "code": 90017,
   "meaning": "too many organisations called from this IP",
   "action": "retry",
   "basis": "global-table"
  }
 ]
} as unknown as Contract
