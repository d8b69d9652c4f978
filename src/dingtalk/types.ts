// Generated from schema/dingtalk/*.openapi.yaml by schema/dingtalk/generate.mjs: do not edit.
import type { Personal } from '../core/personal.ts'
import type { Int64, JsonObject } from './operation.ts'

export type Operations = LegacyOperations & NewOperations
export type Schemas = LegacyComponents['schemas'] & NewComponents['schemas']

export interface Paged {
    listUsersSimple: { cursor: 'cursor'; size: 'size'; items: 'result.list' };
    listUsers: { cursor: 'cursor'; size: 'size'; items: 'result.list' };
    listInactiveUsers: { cursor: 'offset'; size: 'size'; items: 'result.list' };
    listRoles: { cursor: 'offset'; size: 'size'; items: 'result.list' };
    listRoleMembers: { cursor: 'offset'; size: 'size'; items: 'result.list' };
    listExternalContacts: { cursor: 'offset'; size: 'size'; items: 'results' };
    listExternalLabelGroups: { cursor: 'offset'; size: 'size'; items: 'results' };
    listOnJobEmployees: { cursor: 'offset'; size: 'size'; items: 'result.data_list' };
    queryOnJobEmployees: { cursor: 'cursor'; size: 'size'; items: 'result.data_list' };
    listPreEntryEmployees: { cursor: 'offset'; size: 'size'; items: 'result.data_list' };
    listDimissionEmployees: { cursor: 'offset'; size: 'size'; items: 'result.data_list' };
    listAttendanceResults: { cursor: 'offset'; size: 'limit'; items: 'recordresult' };
    listAttendanceGroups: { cursor: 'offset'; size: 'size'; items: 'result.groups' };
    listIndustryDepartments: { cursor: 'cursor'; size: 'size'; items: 'result.details' };
    listIndustryUsers: { cursor: 'cursor'; size: 'size'; items: 'result.details' };
    v1ListUsersSimple: { cursor: 'offset'; size: 'size'; items: 'userlist' };
    v1ListUsers: { cursor: 'offset'; size: 'size'; items: 'userlist' };
    v1ListUsersByPage: { cursor: 'offset'; size: 'size'; items: 'userlist' };
    listFailedPushEvents: { cursor: null; size: null; items: 'failed_list' };
    listLeaveRecords: { cursor: 'nextToken'; size: 'maxResults'; items: 'records' };
    listStaffAttributeVisibility: { cursor: 'nextToken'; size: 'maxResults'; items: 'list' };
    listContactHideSettings: { cursor: 'nextToken'; size: 'maxResults'; items: 'list' };
    listContactRestrictSettings: { cursor: 'nextToken'; size: 'maxResults'; items: 'list' };
    listDismissedUserIds: { cursor: 'nextToken'; size: 'maxResults'; items: 'userIdList' };
    listManagementGroups: { cursor: 'nextToken'; size: 'maxResults'; items: 'groups' };
    listFailedCallbacks: { cursor: null; size: null; items: 'failedList' };
}


export interface LegacyComponents {
    schemas: {
        Callback: {
            /** @description event types */
            call_back_tag: string[];
            /** @description the page says 6 to 63, the console 3 to 32 letters and digits */
            token: Personal;
            aes_key: Personal;
            url: string;
        };
        /** @description Business envelope, HTTP status is 200 even on failure. Throttling by egress IP does not use it (see ThrottleBlock). */
        Envelope: {
            /** @description 0 is success. Integer on the wire; official samples also print the string "0", so coerce. */
            errcode: number | string;
            /** @description text for humans, language and wording vary, sometimes absent on success; never match on it */
            errmsg?: string;
            /** @description only with errcode 88 (string, e.g. "60011") */
            sub_code?: string;
            /** @description only with errcode 88 or 22 */
            sub_msg?: string;
            /** @description trace id; absent on older v1 endpoints and on /gettoken */
            request_id?: string;
            /** @description payload of topapi endpoints; v1 and a few topapi endpoints put fields at the top level instead */
            result?: unknown;
            /** @description extra flag of the HRM, industry and organisation endpoints; judge by errcode */
            success?: boolean | string;
        } & {
            [key: string]: unknown;
        };
        /** @description JSON body (an HTML page is also possible) returned while an egress IP is blocked for 5 minutes. */
        ThrottleBlock: {
            /**
             * Format: int64
             * @description 1111
             */
            status?: number;
            /**
             * Format: int64
             * @description 5
             */
            wait?: number;
            /** @description x5 */
            source?: string;
            /** @description deny */
            punish?: string;
            uuid?: string;
        };
        /** @description Shape of dept_order_list items. */
        DeptOrder: {
            /**
             * Format: int64
             * @description department
             */
            dept_id: number;
            /**
             * Format: int64
             * @description sort weight of the person inside the department; a larger value shows higher. Use a lossless JSON parser.
             */
            order?: Int64;
        };
        /** @description Shape of dept_title_list items (write only; reads use dept_position_list). */
        DeptTitle: {
            /**
             * Format: int64
             * @description department
             */
            dept_id: number;
            /** @description title inside the department */
            title?: string;
        };
        /** @description Shape of dept_position_list items; server sample code shows further unnamed members. */
        DeptPosition: {
            /**
             * Format: int64
             * @description department
             */
            dept_id: number;
            /** @description title inside the department */
            title?: string;
            /** @description work place inside the department */
            work_place?: string;
            /** @description main position; exactly one item must be true when the list is sent on update */
            is_main?: boolean;
        };
        /** @description Derived from dept_manager_userid_list of the department. */
        DeptLeader: {
            /**
             * Format: int64
             * @description department
             */
            dept_id?: number;
            /** @description leader in that department */
            leader?: boolean;
        };
        /** @description Includes system roles of the Default group (super admin, sub admin, owner, supervisor), which are not assignable by API. */
        UserRole: {
            /**
             * Format: int64
             * @description role id
             */
            id?: number;
            /** @description role name */
            name?: string;
            /** @description role group name */
            group_name?: string;
        };
        /** @description Only when the organisation has associated organisations; an empty object was recorded otherwise. */
        UnionEmpExt: {
            userid?: string;
            corp_id?: string;
            union_emp_map_list?: {
                userid?: string;
                corp_id?: string;
            }[];
        };
        /** @description Body of user create. Four variants share the path: regular, sso account, DingTalk-built account, invited enterprise account. */
        UserCreate: {
            /** @description chosen by the caller, immutable, unique; generated when omitted. Idempotency anchor. */
            userid?: string;
            /** @description display name */
            name: string;
            /** @description unique in the organisation; mainland plain, others +cc-number; organisations registered outside the mainland must send +86-number. Required for a regular user, must be absent for an enterprise account. */
            mobile?: Personal;
            /** @description Departments of the user, at least one, root is 1. Comma-separated string, not an array. */
            dept_id_list: number[];
            /** @description hide the number on the profile page; calls and DING still work */
            hide_mobile?: boolean;
            /** @description extension number, unique inside the organisation */
            telephone?: Personal;
            /** @description employee number; NOT unique in the organisation */
            job_number?: string;
            /** @description overall title */
            title?: string;
            /** @description personal mail, unique inside the organisation */
            email?: Personal;
            /** @description enterprise mail; effective only when enterprise mail is enabled for the person */
            org_email?: Personal;
            /**
             * @description enterprise mail edition
             * @enum {string}
             */
            org_email_type?: "profession" | "base";
            /** @description work place */
            work_place?: string;
            /** @description remark / alias */
            remark?: string;
            /** @description per-department sort weight. JSON array in a JSON body, JSON string in a form body. */
            dept_order_list?: LegacyComponents["schemas"]["DeptOrder"][];
            /** @description per-department title. Listed on create and on the enterprise-account update page; the current regular-user update page lists dept_position_list instead. */
            dept_title_list?: LegacyComponents["schemas"]["DeptTitle"][];
            /** @description per-department position. Item fields come from the SDK; a sister API says multiple positions take effect only where the organisation switched that feature on, so treat it as unsupported unless reads return it. */
            dept_position_list?: LegacyComponents["schemas"]["DeptPosition"][];
            /** @description custom attributes as a JSON object serialised into a string, keys are attribute names defined beforehand in the admin console. Replaced as a whole unless ext_attrs_update_mode is 1. */
            extension?: JsonObject;
            /** @description attribute name to language to text */
            extension_i18n?: {
                [key: string]: unknown;
            };
            /**
             * @description executive mode, write name; reads return it as senior
             * @default false
             */
            senior_mode?: boolean;
            /**
             * Format: int64
             * @description hire date, Unix milliseconds
             */
            hired_date?: number;
            /** @description direct manager */
            manager_userid?: string;
            /** @description mail accounts only, otherwise ignored */
            login_email?: Personal;
            /** @description true creates an enterprise (exclusive) account; then neither mobile nor login_email may be sent */
            exclusive_account?: boolean;
            /**
             * @description sso needs exclusive_account; dingtalk also needs login_id and init_password
             * @enum {string}
             */
            exclusive_account_type?: "sso" | "dingtalk";
            /** @description login name of a DingTalk-built account (some third parties send loginId) */
            login_id?: string;
            /** @description number of an enterprise account, +cc-number */
            exclusive_mobile?: Personal;
            /**
             * @description SDK only
             * @enum {string}
             */
            exclusive_mobile_verify_status?: "verified" | "notVerified";
            /** @description at least 8 characters, not only letters or only digits; on update resets the password (DingTalk-built accounts only) */
            init_password?: Personal;
            /**
             * @description send credentials by SMS or mail; needs init_password
             * @default false
             */
            send_password_to_user?: boolean;
            /** @description media id, jpg or png; enterprise accounts only (camelCase on purpose) */
            avatarMediaId?: Personal;
            /** @description enterprise accounts only */
            nickname?: string;
            /** @description invite an enterprise account of another organisation: its corpid */
            outer_exclusive_corpid?: string;
            /** @description invite an enterprise account of another organisation: its userid there */
            outer_exclusive_userid?: string;
        };
        /** @description Body of user update. Omitted fields stay unchanged (official 2016 text; current pages say the same for single flags). */
        UserUpdate: {
            /** @description target; immutable */
            userid: string;
            /** @description display name */
            name?: string;
            /** @description hide the number on the profile page; calls and DING still work */
            hide_mobile?: boolean;
            /** @description extension number, unique inside the organisation */
            telephone?: Personal;
            /** @description employee number; NOT unique in the organisation */
            job_number?: string;
            /** @description overall title */
            title?: string;
            /** @description personal mail, unique inside the organisation */
            email?: Personal;
            /** @description enterprise mail; effective only when enterprise mail is enabled for the person */
            org_email?: Personal;
            /**
             * @description enterprise mail edition
             * @enum {string}
             */
            org_email_type?: "profession" | "base";
            /** @description work place */
            work_place?: string;
            /** @description remark / alias */
            remark?: string;
            /** @description per-department sort weight. JSON array in a JSON body, JSON string in a form body. */
            dept_order_list?: LegacyComponents["schemas"]["DeptOrder"][];
            /** @description per-department title. In the SDK, on the enterprise-account page and in a 2023 copy of the regular page; gone from the regular page of 2026-06-08, which lists dept_position_list without item fields. */
            dept_title_list?: LegacyComponents["schemas"]["DeptTitle"][];
            /** @description per-department position. Item fields come from the SDK; a sister API says multiple positions take effect only where the organisation switched that feature on, so treat it as unsupported unless reads return it. */
            dept_position_list?: LegacyComponents["schemas"]["DeptPosition"][];
            /** @description custom attributes as a JSON object serialised into a string, keys are attribute names defined beforehand in the admin console. Replaced as a whole unless ext_attrs_update_mode is 1. */
            extension?: JsonObject;
            /** @description attribute name to language to text */
            extension_i18n?: {
                [key: string]: unknown;
            };
            /** @description executive mode, write name; reads return it as senior. The official page prints a default of false on update too: whether leaving it out switches it off is unknown, so send the current value with every update. */
            senior_mode?: boolean;
            /**
             * Format: int64
             * @description hire date, Unix milliseconds
             */
            hired_date?: number;
            /** @description direct manager */
            manager_userid?: string;
            /** @description Full new set of departments (no official sentence; a widely deployed connector always sends the full set). Optional for a regular user, required on the enterprise-account page. No official ceiling on update; the SDK checks 300. Comma-separated string, not an array. */
            dept_id_list?: number[];
            /**
             * @description 0 overwrite all custom attributes, 1 append/merge
             * @default 0
             * @enum {integer}
             */
            ext_attrs_update_mode?: 0 | 1;
            /** @description Names of fields that may be cleared. Regular user: manager_userid. Enterprise account: manager_userid, org_email. Comma-separated string, not an array. */
            force_update_fields?: string[];
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
            /**
             * @deprecated
             * @description accepted by the SDK class, absent from both official pages; expect 41054, 40021 or 40022. Older clients report that it works for a person who has not activated the account yet (low).
             */
            mobile?: Personal;
            /** @description new login name, DingTalk-built accounts only (camelCase on update, snake_case on create) */
            loginId?: string;
            /** @description number of an enterprise account, +cc-number */
            exclusive_mobile?: Personal;
            /**
             * @description SDK only
             * @enum {string}
             */
            exclusive_mobile_verify_status?: "verified" | "notVerified";
            /** @description at least 8 characters, not only letters or only digits; on update resets the password (DingTalk-built accounts only) */
            init_password?: Personal;
            /**
             * @description send credentials by SMS or mail; needs init_password
             * @default false
             */
            send_password_to_user?: boolean;
            /** @description media id, jpg or png; enterprise accounts only (camelCase on purpose) */
            avatarMediaId?: Personal;
            /** @description enterprise accounts only */
            nickname?: string;
        };
        /** @description result of user get. */
        User: {
            /** @description employee userid */
            userid: string;
            /** @description stable per developer account */
            readonly unionid?: string;
            name: string;
            /** @description URL; omitted or empty when default picture */
            avatar?: Personal;
            /** @description country code; omitted without the mobile permission */
            state_code?: string;
            /** @description without country code; omitted without the employee-mobile permission */
            mobile?: Personal;
            hide_mobile?: boolean;
            /** @description may come back as empty string */
            telephone?: Personal;
            /** @description may come back as empty string */
            job_number?: string;
            /** @description may come back as empty string */
            title?: string;
            /** @description omitted without the mail-and-profile permission */
            email?: Personal;
            /** @description omitted when enterprise mail is not enabled */
            org_email?: Personal;
            /** @description documented as omitted when empty, recorded as empty string too */
            work_place?: string;
            /** @description documented as omitted when empty, recorded as empty string too */
            remark?: string;
            /** @description all departments of the user (array on read, csv on write) */
            dept_id_list?: number[];
            /** @description JSON object in a string; omitted when empty, "{}" recorded */
            extension?: JsonObject;
            /**
             * Format: int64
             * @description Unix milliseconds; omitted when unset
             */
            hired_date?: number;
            /** @description has activated DingTalk */
            readonly active?: boolean;
            /** @description is an administrator */
            readonly admin?: boolean;
            /** @description is the boss */
            readonly boss?: boolean;
            /** @description enterprise account */
            readonly exclusive_account?: boolean;
            /**
             * @description enterprise accounts only
             * @enum {string}
             */
            readonly exclusive_account_type?: "sso" | "dingtalk";
            /** @description own DingTalk-built accounts only */
            login_id?: string;
            /** @description omitted when unset */
            manager_userid?: string;
            /** @enum {string} */
            org_email_type?: "profession" | "base";
            /** @description one entry per department */
            dept_order_list?: LegacyComponents["schemas"]["DeptOrder"][];
            dept_position_list?: LegacyComponents["schemas"]["DeptPosition"][];
            extension_i18n?: {
                [key: string]: unknown;
            };
            /** @description real-name verified */
            readonly real_authed?: boolean;
            /** @description executive; write name is senior_mode */
            senior?: boolean;
            /** @description set it through the department, not the user */
            readonly leader_in_dept?: LegacyComponents["schemas"]["DeptLeader"][];
            /** @description omitted when the user has no role */
            readonly role_list?: LegacyComponents["schemas"]["UserRole"][];
            union_emp_ext?: LegacyComponents["schemas"]["UnionEmpExt"];
            /**
             * Format: date-time
             * @description ISO 8601 UTC with milliseconds; undocumented, recorded in 2025
             */
            readonly create_time?: string;
            /** @description own DingTalk-built accounts only */
            nickname?: string;
            readonly exclusive_account_corp_name?: string;
            readonly exclusive_account_corp_id?: string;
            /** @description own enterprise accounts only; true is disabled */
            readonly disable_status?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description Item of user list (official pages 2026-06-08 and 2026-05-27). Compared with user get it lacks manager_userid, dept_order_list, dept_position_list, dept_title_list, role_list, leader_in_dept, senior, real_authed and create_time. */
        UserListItem: {
            /** @description employee userid */
            userid: string;
            /** @description stable per developer account */
            readonly unionid?: string;
            name: string;
            /** @description URL; omitted or empty when default picture */
            avatar?: Personal;
            /** @description country code; omitted without the mobile permission */
            state_code?: string;
            /** @description without country code; omitted without the employee-mobile permission */
            mobile?: Personal;
            hide_mobile?: boolean;
            /** @description may come back as empty string */
            telephone?: Personal;
            /** @description may come back as empty string */
            job_number?: string;
            /** @description may come back as empty string */
            title?: string;
            /** @description omitted without the mail-and-profile permission */
            email?: Personal;
            /** @description omitted when enterprise mail is not enabled */
            org_email?: Personal;
            /** @description documented as omitted when empty, recorded as empty string too */
            work_place?: string;
            /** @description documented as omitted when empty, recorded as empty string too */
            remark?: string;
            /** @description all departments of the user (array on read, csv on write) */
            dept_id_list?: number[];
            /** @description JSON object in a string; omitted when empty, "{}" recorded */
            extension?: JsonObject;
            /**
             * Format: int64
             * @description Unix milliseconds; omitted when unset
             */
            hired_date?: number;
            /** @description has activated DingTalk */
            readonly active?: boolean;
            /** @description is an administrator */
            readonly admin?: boolean;
            /** @description is the boss */
            readonly boss?: boolean;
            /** @description enterprise account */
            readonly exclusive_account?: boolean;
            /**
             * @description enterprise accounts only
             * @enum {string}
             */
            readonly exclusive_account_type?: "sso" | "dingtalk";
            /** @description own DingTalk-built accounts only */
            login_id?: string;
            /**
             * Format: int64
             * @description sort weight in the queried department; can be missing until somebody has sorted the department. Use a lossless JSON parser.
             */
            dept_order?: Int64;
            /** @description leader of the queried department */
            readonly leader?: boolean;
            /** @description own enterprise accounts only */
            nickname?: string;
            readonly exclusive_account_corp_name?: string;
            readonly exclusive_account_corp_id?: string;
            /** @description own enterprise accounts only; true is disabled */
            readonly disable_status?: boolean;
        } & {
            [key: string]: unknown;
        };
        UserSimple: {
            /** @description employee userid */
            userid: string;
            name: string;
        };
        DepartmentCreate: {
            /** @description 1 to 64 characters; "-", "," and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling. */
            name: string;
            /**
             * Format: int64
             * @description parent department, root is 1
             */
            parent_id: number;
            /**
             * @description hide the department from contacts
             * @default false
             */
            hide_dept?: boolean;
            /** @description Departments still allowed to see a hidden department; effective only with hide_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            dept_permits?: number[];
            /** @description Users still allowed to see a hidden department; effective only with hide_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            user_permits?: string[];
            /**
             * @description restrict what members of this department can see
             * @default false
             */
            outer_dept?: boolean;
            /** @description true: own department and below; false: only oneself. Used only with outer_dept true */
            outer_dept_only_self?: boolean;
            /** @description Extra users visible to members; effective only with outer_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            outer_permit_users?: string[];
            /** @description Extra departments visible to members; effective only with outer_dept true. At most 50 (official create page, each list on its own). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            outer_permit_depts?: number[];
            /**
             * @description create a department chat
             * @default false
             */
            create_dept_group?: boolean;
            /** @description auto-approve join requests */
            auto_approve_apply?: boolean;
            /**
             * Format: int64
             * @description position among siblings, smaller first (error 40011 text demands greater than 0)
             */
            order?: Int64;
            /** @description free caller key for mapping; invisible in the admin console; no lookup by it, no documented uniqueness. Idempotency hook. */
            source_identifier?: string;
            /** @description JSON string, SDK only */
            extension?: JsonObject;
            /** @description SDK only */
            brief?: string;
            /** @description SDK only */
            telephone?: Personal;
        };
        /** @description Omitted flags keep their value (stated per field by the official page). */
        DepartmentUpdate: {
            /**
             * Format: int64
             * @description target; the root is refused with 60018
             */
            dept_id: number;
            /** @description 1 to 64 characters; "-", "," and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling. */
            name?: string;
            /**
             * Format: int64
             * @description new parent (move)
             */
            parent_id?: number;
            /** @description hide the department from contacts; unchanged when omitted */
            hide_dept?: boolean;
            /** @description Departments still allowed to see a hidden department; effective only with hide_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            dept_permits?: number[];
            /** @description Users still allowed to see a hidden department; effective only with hide_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            user_permits?: string[];
            /** @description restrict what members of this department can see; unchanged when omitted */
            outer_dept?: boolean;
            /** @description true: own department and below; false: only oneself. Used only with outer_dept true; unchanged when omitted */
            outer_dept_only_self?: boolean;
            /** @description Extra users visible to members; effective only with outer_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            outer_permit_users?: string[];
            /** @description Extra departments visible to members; effective only with outer_dept true. At most 50 together with its twin list (official update page). Older pages and the SDK say 200 each. Comma-separated string, not an array. */
            outer_permit_depts?: number[];
            /** @description unchanged when omitted */
            create_dept_group?: boolean;
            /** @description auto-approve join requests */
            auto_approve_apply?: boolean;
            /**
             * Format: int64
             * @description position among siblings, smaller first
             */
            order?: Int64;
            source_identifier?: string;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
            /** @description new members join the department chat; unchanged when omitted */
            auto_add_user?: boolean;
            /** @description Managers; each must be a member of this department, otherwise the call fails ("userid does not exist"). To remove all managers send force_update_fields=dept_manager_userid_list and leave this field out: the official FAQ says an empty value here fails. Comma-separated string, not an array. */
            dept_manager_userid_list?: string[];
            /** @description chat includes sub-departments; unchanged when omitted */
            group_contain_sub_dept?: boolean;
            /** @description chat includes outsourced departments; unchanged when omitted */
            group_contain_outer_dept?: boolean;
            /** @description chat includes hidden departments; unchanged when omitted */
            group_contain_hidden_dept?: boolean;
            /** @description chat owner, must be a member of the department */
            org_dept_owner?: string;
            /** @description Fields that may be cleared; only dept_manager_userid_list is supported. Comma-separated string, not an array. */
            force_update_fields?: string[];
            /** @description department code; can only be set by this endpoint, returned by department get. Second idempotency hook. */
            code?: string;
            /** @description JSON string, SDK only */
            extension?: JsonObject;
            /** @description SDK only */
            brief?: string;
            /** @description SDK only */
            telephone?: Personal;
        };
        /** @description result of department get. outer_dept_only_self, group_contain_outer_dept and group_contain_hidden_dept are write-only: no read field documented. */
        Department: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
            name: string;
            /**
             * Format: int64
             * @description omitted for the root department
             */
            parent_id?: number;
            /** @description omitted when unset */
            source_identifier?: string;
            /** @description omitted until set */
            code?: string;
            /**
             * Format: int64
             * @description position among siblings. Use a lossless JSON parser.
             */
            order?: Int64;
            /** @description has a department chat */
            create_dept_group?: boolean;
            readonly dept_group_chat_id?: string;
            auto_add_user?: boolean;
            auto_approve_apply?: boolean;
            /** @description undocumented, recorded */
            readonly emp_apply_join_dept?: boolean;
            group_contain_sub_dept?: boolean;
            /** @description chat owner */
            org_dept_owner?: string;
            /** @description array on read, csv on write */
            dept_manager_userid_list?: string[];
            hide_dept?: boolean;
            /** @description documented as omitted unless hidden; recorded as empty array */
            dept_permits?: number[];
            user_permits?: string[];
            outer_dept?: boolean;
            outer_permit_depts?: number[];
            outer_permit_users?: string[];
            /** @description undocumented, recorded */
            hide_scene_config?: {
                active?: boolean;
                chatbox_subtitle?: boolean;
                node_list?: boolean;
                profile?: boolean;
                search?: boolean;
            };
            /** @description undocumented, recorded */
            outer_scene_config?: {
                active?: boolean;
                chatbox_subtitle?: boolean;
                node_list?: boolean;
                profile?: boolean;
                search?: boolean;
            };
            brief?: string;
            telephone?: Personal;
            /** @description JSON string; the misspelling is real (writes use extension) */
            extention?: string;
            /**
             * @description education type
             * @enum {string}
             */
            readonly tags?: "campus" | "period" | "grade" | "class";
            /** @description comes from an associated organisation; treat as read-only */
            readonly from_union_org?: boolean;
            /** @description associated department (parameter table prints corpId/deptId, sample prints snake case) */
            readonly union_dept_ext?: {
                corp_id?: string;
                /** Format: int64 */
                dept_id?: number;
            };
            /**
             * Format: int64
             * @description employees including sub-departments
             */
            readonly member_count?: number;
            /**
             * Format: int64
             * @description employees directly in the department
             */
            readonly owning_member_count?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Item of listsub. Officially five fields; no order, hide_dept, managers, code. */
        DepartmentListItem: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
            name: string;
            /** Format: int64 */
            parent_id?: number;
            create_dept_group?: boolean;
            auto_add_user?: boolean;
            /** @description not on the official page (five fields there: dept_id, name, parent_id, create_dept_group, auto_add_user); SDK only, omitted when unset. Read it with getDepartment. */
            source_identifier?: string;
            /** @description SDK only */
            tags?: string;
            /** @description SDK only */
            from_union_org?: boolean;
            /** @description SDK only, JSON string */
            ext?: JsonObject;
            /** @description one third-party note, low confidence */
            dept_manager_userid_list?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description Role as listed. */
        Role: {
            /**
             * Format: int64
             * @description role id (role_id in getrolegroup, roleId in writes)
             */
            id?: number;
            /** @description 34021 when it exists; the official text does not say whether per group or per organisation */
            name: string;
            /**
             * Format: int64
             * @description present in getrole
             */
            groupId?: number;
        };
        /** @description The "Default" group (owner, supervisor, super admin, sub admin) is system-owned. No documented call renames or deletes a group; the console can (events label_conf_modify and label_conf_del exist). */
        RoleGroup: {
            /** Format: int64 */
            groupId: number;
            name: string;
            roles?: LegacyComponents["schemas"]["Role"][];
        };
        RoleMember: {
            /** @description employee userid */
            userid: string;
            name?: string;
            /** @description omitted when no scope is set */
            manageScopes?: {
                /** Format: int64 */
                dept_id?: number;
                name?: string;
            }[];
        };
        ExternalContactCreate: {
            name: string;
            /** @description owner */
            follower_user_id: string;
            /** @description labels, at least one */
            label_ids: number[];
            title?: string;
            company_name?: string;
            address?: Personal;
            remark?: string;
            /** @description shared with departments */
            share_dept_ids?: number[];
            /** @description shared with employees */
            share_user_ids?: string[];
            /** @description country code, e.g. 86 */
            state_code: string;
            /** @description identity; 22005 when already there */
            mobile: Personal;
        };
        /** @description mobile and state_code cannot be changed. */
        ExternalContactUpdate: {
            /** @description target */
            user_id: string;
            name: string;
            /** @description owner */
            follower_user_id: string;
            /** @description labels, at least one */
            label_ids: number[];
            title?: string;
            company_name?: string;
            address?: Personal;
            remark?: string;
            /** @description shared with departments */
            share_dept_ids?: number[];
            /** @description shared with employees */
            share_user_ids?: string[];
        };
        ExternalContact: {
            userid: string;
            name: string;
            /** @description owner */
            follower_user_id?: string;
            /** @description labels, at least one */
            label_ids?: number[];
            title?: string;
            company_name?: string;
            address?: Personal;
            remark?: string;
            /** @description shared with departments */
            share_dept_ids?: number[];
            /** @description shared with employees */
            share_user_ids?: string[];
            state_code?: string;
            mobile?: Personal;
            readonly email?: Personal;
        };
        ExternalLabelGroup: {
            name?: string;
            /** Format: int64 */
            color?: number;
            labels?: {
                /** Format: int64 */
                id?: number;
                name?: string;
            }[];
        };
        /** @description Item of attendance list (one per scheduled check). */
        AttendanceResult: {
            /** Format: int64 */
            id?: number;
            corpId?: string;
            userId?: string;
            /**
             * Format: int64
             * @description attendance group
             */
            groupId?: number;
            /** Format: int64 */
            planId?: number;
            /**
             * Format: int64
             * @description omitted when never clocked
             */
            recordId?: number;
            /**
             * Format: int64
             * @description Unix ms, midnight of the work day
             */
            workDate?: number;
            /** @enum {string} */
            checkType?: "OnDuty" | "OffDuty";
            /** @description seen in records: Normal, NotSigned; open set */
            timeResult?: string;
            /** @description seen in records: Outside, NotSigned; open set */
            locationResult?: string;
            /**
             * Format: int64
             * @description scheduled time, Unix ms
             */
            baseCheckTime?: number;
            /**
             * Format: int64
             * @description actual time, Unix ms
             */
            userCheckTime?: number;
            /** @description seen in records: USER, SYSTEM; open set */
            sourceType?: string;
            /** Format: int64 */
            approveId?: number;
            procInstId?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Item of attendance listRecord (every physical clock-in). */
        AttendanceRecord: {
            /** Format: int64 */
            id?: number;
            corpId?: string;
            userId?: string;
            /**
             * Format: int64
             * @description attendance group
             */
            groupId?: number;
            /** Format: int64 */
            planId?: number;
            /**
             * Format: int64
             * @description omitted when never clocked
             */
            recordId?: number;
            /**
             * Format: int64
             * @description Unix ms, midnight of the work day
             */
            workDate?: number;
            /** @enum {string} */
            checkType?: "OnDuty" | "OffDuty";
            /** @description seen in records: Normal, NotSigned; open set */
            timeResult?: string;
            /** @description seen in records: Outside, NotSigned; open set */
            locationResult?: string;
            /**
             * Format: int64
             * @description scheduled time, Unix ms
             */
            baseCheckTime?: number;
            /**
             * Format: int64
             * @description actual time, Unix ms
             */
            userCheckTime?: number;
            /** @description seen in records: USER, SYSTEM; open set */
            sourceType?: string;
            /** Format: int64 */
            approveId?: number;
            procInstId?: string;
            /** Format: int64 */
            classId?: number;
            bizId?: string;
            deviceId?: Personal;
            deviceSN?: Personal;
            /** @enum {string} */
            isLegal?: "Y" | "N";
            locationMethod?: string;
            /**
             * Format: int64
             * @description Unix ms
             */
            planCheckTime?: number;
            /**
             * Format: int64
             * @description Unix ms
             */
            gmtCreate?: number;
            /**
             * Format: int64
             * @description Unix ms
             */
            gmtModified?: number;
            userAddress?: Personal;
            userLatitude?: number;
            userLongitude?: number;
            userAccuracy?: number;
            userSsid?: Personal;
            userMacAddr?: Personal;
            baseAddress?: string;
            baseLatitude?: string;
            baseLongitude?: string;
            baseAccuracy?: string;
            baseSsid?: string;
            baseMacAddr?: string;
            invalidRecordType?: string;
            invalidRecordMsg?: string;
            outsideRemark?: string;
            /** @description only when a picture was taken */
            photoUrl?: Personal;
        } & {
            [key: string]: unknown;
        };
        HrmFieldData: {
            group_id?: string;
            /** @description e.g. sys00-name */
            field_code?: string;
            field_name?: string;
            field_value_list?: {
                /** Format: int64 */
                item_index?: number;
                value?: Personal;
                label?: Personal;
            }[];
        };
        HrmRoster: {
            corp_id?: string;
            userid?: string;
            unionid?: string;
            field_data_list?: LegacyComponents["schemas"]["HrmFieldData"][];
        };
        Dimission: {
            userid?: string;
            /**
             * Format: int64
             * @description Unix ms
             */
            last_work_day?: number;
            dept_list?: {
                /** Format: int64 */
                dept_id?: number;
                dept_path?: string;
            }[];
            /** Format: int64 */
            main_dept_id?: number;
            main_dept_name?: string;
            handover_userid?: string;
            /**
             * Format: int64
             * @description 1 pre-entry, 2 probation, 3 regular
             */
            pre_status?: number;
            /**
             * Format: int64
             * @description 1 leaving, 2 left, 3 not leaving, 4 approval pending, 5 void
             */
            status?: number;
            /**
             * Format: int64
             * @description 1 to 9
             */
            reason_type?: number;
            reason_memo?: Personal;
        };
        IndustryDepartment: {
            /** Format: int64 */
            dept_id?: number;
            /**
             * Format: int64
             * @description parent (detail only)
             */
            super_id?: number;
            name?: string;
            dept_type?: string;
            contact_type?: string;
            /** @description JSON string */
            feature?: Personal;
        };
        IndustryUser: {
            /** @description list only */
            userid?: string;
            unionid?: string;
            name?: string;
            /** @description JSON string */
            feature?: Personal;
            roles?: {
                /** Format: int64 */
                id?: number;
                name?: string;
            }[];
        };
        /** @description Item of v1 department list; no order. Education organisations yield ids below 1 such as -1, -7: skip them. */
        DepartmentV1: {
            /** Format: int64 */
            id: number;
            name: string;
            /**
             * Format: int64
             * @description omitted for root
             */
            parentid?: number;
            createDeptGroup?: boolean;
            autoAddUser?: boolean;
            isFromUnionOrg?: boolean;
            /** @description returned when set (official sample, 2025-09-08) */
            sourceIdentifier?: string;
            ext?: JsonObject;
        } & {
            [key: string]: unknown;
        };
        DeleteUserRequest: {
            /** @description employee userid */
            userid: string;
        };
        GetUserRequest: {
            /** @description employee userid */
            userid: string;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
            /** @description login name of an own DingTalk-built account; when set userid is ignored */
            login_id?: string;
        };
        ListUsersSimpleRequest: {
            /**
             * Format: int64
             * @description direct members only; root is 1
             */
            dept_id: number;
            /**
             * Format: int64
             * @description 0 first, then next_cursor
             */
            cursor: number;
            /**
             * Format: int64
             * @description page size
             */
            size: number;
            /**
             * @description sort
             * @default custom
             * @enum {string}
             */
            order_field?: "entry_asc" | "entry_desc" | "modify_asc" | "modify_desc" | "custom";
            /**
             * @description also return access-restricted people
             * @default false
             */
            contain_access_limit?: boolean;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
        };
        ListUserIdsRequest: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
        };
        ListUsersRequest: {
            /**
             * Format: int64
             * @description direct members only; root is 1
             */
            dept_id: number;
            /**
             * Format: int64
             * @description 0 first, then next_cursor
             */
            cursor: number;
            /**
             * Format: int64
             * @description page size
             */
            size: number;
            /**
             * @description sort
             * @default custom
             * @enum {string}
             */
            order_field?: "entry_asc" | "entry_desc" | "modify_asc" | "modify_desc" | "custom";
            /**
             * @description also return access-restricted people
             * @default false
             */
            contain_access_limit?: boolean;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
        };
        CountUsersRequest: {
            /** @description true: only activated people; false: everyone */
            only_active: boolean;
        };
        ListInactiveUsersRequest: {
            /** @description false: not signed in; true: signed in */
            is_active: boolean;
            /** @description Departments; whole organisation when absent. Comma-separated string, not an array. */
            dept_ids?: number[];
            /**
             * Format: int64
             * @description 0 first, then next_cursor
             */
            offset: number;
            /**
             * Format: int64
             * @description page size
             */
            size: number;
            /** @description yyyyMMdd */
            query_date: string;
        };
        GetUserIdByMobileRequest: {
            mobile: Personal;
            /** @description also search own enterprise accounts */
            support_exclusive_account_search?: boolean;
        };
        GetUserIdByUnionidRequest: {
            unionid: string;
        };
        GetAdminScopeRequest: {
            /** @description employee userid */
            userid: string;
        };
        DeleteDepartmentRequest: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
        };
        GetDepartmentRequest: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
        };
        ListSubDepartmentsRequest: {
            /**
             * Format: int64
             * @description parent; root when omitted
             */
            dept_id?: number;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            language?: "zh_CN" | "en_US";
        };
        ListSubDepartmentIdsRequest: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
        };
        ListParentsByDeptRequest: {
            /**
             * Format: int64
             * @description department id; root is 1
             */
            dept_id: number;
        };
        ListParentsByUserRequest: {
            /** @description employee userid */
            userid: string;
        };
        CreateRoleRequest: {
            roleName: string;
            /** Format: int64 */
            groupId: number;
        };
        CreateRoleGroupRequest: {
            name: string;
        };
        UpdateRoleRequest: {
            /** Format: int64 */
            roleId: number;
            roleName: string;
        };
        AddRolesForEmployeesRequest: {
            /** @description Role ids. Comma-separated string, not an array. */
            roleIds: number[];
            /** @description userids. Comma-separated string, not an array. */
            userIds: string[];
        };
        RemoveRolesForEmployeesRequest: {
            /** @description Role ids. Comma-separated string, not an array. */
            roleIds: number[];
            /** @description userids. Comma-separated string, not an array. */
            userIds: string[];
        };
        DeleteRoleRequest: {
            /** Format: int64 */
            role_id: number;
        };
        UpdateRoleMemberScopeRequest: {
            /** @description employee userid */
            userid: string;
            /** Format: int64 */
            role_id: number;
            /** @description Scope; whole organisation when absent. Comma-separated string, not an array. */
            dept_ids?: number[];
        };
        GetRoleGroupRequest: {
            /** Format: int64 */
            group_id: number;
        };
        ListRolesRequest: {
            /**
             * Format: int64
             * @description effective only together with offset
             * @default 20
             */
            size?: number;
            /**
             * Format: int64
             * @description from 0
             * @default 0
             */
            offset?: number;
        };
        GetRoleRequest: {
            /** Format: int64 */
            roleId: number;
        };
        ListRoleMembersRequest: {
            /** Format: int64 */
            role_id: number;
            /**
             * Format: int64
             * @description effective only together with offset
             * @default 20
             */
            size?: number;
            /**
             * Format: int64
             * @description from 0
             * @default 0
             */
            offset?: number;
        };
        CreateExternalContactRequest: {
            contact: LegacyComponents["schemas"]["ExternalContactCreate"];
        };
        UpdateExternalContactRequest: {
            contact: LegacyComponents["schemas"]["ExternalContactUpdate"];
        };
        DeleteExternalContactRequest: {
            user_id: string;
        };
        ListExternalContactsRequest: {
            /**
             * Format: int64
             * @description effective only together with offset
             * @default 20
             */
            size?: number;
            /**
             * Format: int64
             * @default 0
             */
            offset?: number;
        };
        ListExternalLabelGroupsRequest: {
            /**
             * Format: int64
             * @default 20
             */
            size?: number;
            /**
             * Format: int64
             * @default 0
             */
            offset?: number;
        };
        GetExternalContactRequest: {
            user_id: string;
        };
        ListOnJobEmployeesRequest: {
            /** @description 2 probation, 3 regular, 5 leaving, -1 no status. Comma-separated string, not an array. */
            status_list: number[];
            /** Format: int64 */
            offset: number;
            /** Format: int64 */
            size: number;
        };
        QueryOnJobEmployeesRequest: {
            /** @description As queryonjob. Comma-separated string, not an array. */
            status_list: number[];
            /** Format: int64 */
            cursor: number;
            /** Format: int64 */
            size: number;
            search_param?: {
                /** @description yyyy-MM-dd HH:mm:ss */
                entry_start_date?: string;
                entry_end_date?: string;
            };
        };
        ListPreEntryEmployeesRequest: {
            /** Format: int64 */
            offset: number;
            /** Format: int64 */
            size: number;
        };
        ListDimissionEmployeesRequest: {
            /** Format: int64 */
            offset: number;
            /** Format: int64 */
            size: number;
        };
        GetDimissionDetailsRequest: {
            /** @description userids. Comma-separated string, not an array. */
            userid_list: string[];
        };
        ListAttendanceResultsRequest: {
            /** @description yyyy-MM-dd HH:mm:ss */
            workDateFrom: string;
            /** @description at most 7 days after workDateFrom */
            workDateTo: string;
            /** @description userids */
            userIdList: string[];
            /**
             * Format: int64
             * @description 0 then offset+limit
             */
            offset: number;
            /** Format: int64 */
            limit: number;
            /**
             * @description true for overseas organisations
             * @default false
             */
            isI18n?: boolean;
        };
        ListAttendanceRecordsRequest: {
            /** @description userids */
            userIds: string[];
            /** @description yyyy-MM-dd HH:mm:ss */
            checkDateFrom: string;
            /** @description at most 7 days after checkDateFrom */
            checkDateTo: string;
            /** @default false */
            isI18n?: boolean;
        };
        GetUserAttendanceGroupRequest: {
            /** @description employee userid */
            userid: string;
        };
        ListAttendanceGroupsRequest: {
            /** Format: int64 */
            offset?: number;
            /** Format: int64 */
            size?: number;
        };
        ListIndustryDepartmentsRequest: {
            /** Format: int64 */
            dept_id: number;
            /**
             * Format: int64
             * @description 1 when absent
             * @default 1
             */
            cursor?: number;
            /** Format: int64 */
            size: number;
        };
        GetIndustryDepartmentRequest: {
            /** Format: int64 */
            dept_id: number;
        };
        ListIndustryUsersRequest: {
            /** Format: int64 */
            dept_id: number;
            /** @description label */
            role?: string;
            /** Format: int64 */
            cursor?: number;
            /** Format: int64 */
            size: number;
        };
        GetIndustryUserRequest: {
            /** Format: int64 */
            dept_id: number;
            userid: string;
        };
        V1BatchDeleteUsersRequest: {
            useridlist: string[];
        };
        ListEmployeeRosterValuesRequest: {
            /**
             * Format: int64
             * @description agent id of the app
             */
            agentid: number;
            /** @description userids. Comma-separated string, not an array. */
            userid_list: string[];
            /** @description Field codes. Comma-separated string, not an array. */
            field_filter_list?: string[];
        };
        /** @description Body of v1 department create. Permit lists hold up to 200 ids here. */
        DepartmentV1Create: {
            /** @description create: custom id (greater than 1, below int64 max; undocumented outside the SDK); update: target, required */
            id?: number | string;
            /** @description 1 to 64 characters; "-", "," and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling. */
            name: string;
            /** @description parent */
            parentid: string | number;
            order?: string | number | null;
            createDeptGroup?: boolean;
            deptHiding?: boolean;
            /** @description pipe-separated ids */
            deptPermits?: string;
            /** @description pipe-separated userids */
            userPermits?: string;
            /** @description deprecated spelling */
            deptPerimits?: string;
            /** @description deprecated spelling */
            userPerimits?: string;
            outerDept?: boolean;
            outerDeptOnlySelf?: boolean;
            /** @description pipe-separated */
            outerPermitDepts?: string;
            /** @description pipe-separated */
            outerPermitUsers?: string;
            sourceIdentifier?: string;
            autoApproveApply?: boolean;
            /** @description JSON object text, custom department fields */
            ext?: JsonObject;
            parentBalanceFirst?: boolean;
            shareBalance?: boolean;
        };
        /** @description Body of v1 department update. */
        DepartmentV1Update: {
            /** @description create: custom id (greater than 1, below int64 max; undocumented outside the SDK); update: target, required */
            id: number | string;
            /** @description 1 to 64 characters; "-", "," and the full-width comma are refused; unique among siblings. A TOP API page prints 100 as ceiling. */
            name?: string;
            /** @description parent */
            parentid?: string | number;
            order?: string | number | null;
            createDeptGroup?: boolean;
            /** @description update only */
            autoAddUser?: boolean;
            deptHiding?: boolean;
            /** @description pipe-separated ids */
            deptPermits?: string;
            /** @description pipe-separated userids */
            userPermits?: string;
            /** @description deprecated spelling */
            deptPerimits?: string;
            /** @description deprecated spelling */
            userPerimits?: string;
            outerDept?: boolean;
            outerDeptOnlySelf?: boolean;
            /** @description pipe-separated */
            outerPermitDepts?: string;
            /** @description pipe-separated */
            outerPermitUsers?: string;
            /** @description update only, pipe-separated */
            deptManagerUseridList?: string;
            /** @description update only */
            orgDeptOwner?: string;
            /** @description update only */
            groupContainSubDept?: boolean;
            /** @description update only */
            groupContainOuterDept?: boolean;
            /** @description update only */
            groupContainHiddenDept?: boolean;
            sourceIdentifier?: string;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            lang?: "zh_CN" | "en_US";
            autoApproveApply?: boolean;
            /** @description JSON object text, custom department fields */
            ext?: JsonObject;
        };
        /** @description Body of v1 user create. */
        UserV1Create: {
            /** @description employee userid */
            userid?: string;
            name: string;
            mobile: Personal;
            /** @description department ids (array) */
            department: number[];
            /** @description JSON string, department id to order, larger first */
            orderInDepts?: JsonObject;
            /** @description JSON string, department id to title */
            positionInDepts?: JsonObject;
            position?: string;
            tel?: Personal;
            email?: Personal;
            orgEmail?: Personal;
            jobnumber?: string;
            workPlace?: string;
            remark?: string;
            isHide?: boolean;
            isSenior?: boolean;
            /** @description custom attributes, a real JSON object here */
            extattr?: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description Unix ms
             */
            hiredDate?: number;
            /** @description update only */
            managerUserid?: string;
        };
        /** @description Body of v1 user update. */
        UserV1Update: {
            /** @description employee userid */
            userid: string;
            name?: string;
            mobile?: Personal;
            /** @description department ids (array) */
            department?: number[];
            /** @description JSON string, department id to order, larger first */
            orderInDepts?: JsonObject;
            /** @description JSON string, department id to title */
            positionInDepts?: JsonObject;
            position?: string;
            tel?: Personal;
            email?: Personal;
            orgEmail?: Personal;
            jobnumber?: string;
            workPlace?: string;
            remark?: string;
            isHide?: boolean;
            isSenior?: boolean;
            /** @description custom attributes, a real JSON object here */
            extattr?: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description Unix ms
             */
            hiredDate?: number;
            /** @description update only */
            managerUserid?: string;
            /**
             * @description contacts language
             * @default zh_CN
             * @enum {string}
             */
            lang?: "zh_CN" | "en_US";
        };
        /** @description v1 person. department, order and isLeader are relative to the queried department in the lists; user get returns orderInDepts and isLeaderInDepts instead. */
        UserV1: {
            userid: string;
            unionid?: string;
            name: string;
            department?: number[];
            /**
             * Format: int64
             * @description weight in the queried department; present after somebody sorted it in the console. Use a lossless JSON parser.
             */
            order?: Int64;
            isLeader?: boolean;
            mobile?: Personal;
            tel?: Personal;
            email?: Personal;
            orgEmail?: Personal;
            workPlace?: string;
            remark?: string;
            position?: string;
            avatar?: Personal;
            jobnumber?: string;
            stateCode?: string;
            managerUserid?: string;
            isAdmin?: boolean;
            isBoss?: boolean;
            isHide?: boolean;
            isSenior?: boolean;
            active?: boolean;
            realAuthed?: boolean;
            /**
             * Format: int64
             * @description Unix milliseconds
             */
            hiredDate?: number;
            extattr?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description IP-level throttle or gateway failure, not the business envelope */
        Throttled: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": LegacyComponents["schemas"]["ThrottleBlock"];
                "text/html": string;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}

export interface LegacyOperations {
    getToken: {
        parameters: {
            query: {
                appkey: string;
                appsecret: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        access_token?: Personal;
                        /**
                         * Format: int64
                         * @description 7200 seconds
                         */
                        expires_in?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getAuthScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        auth_org_scopes?: {
                            /** @description authorised departments, [1] is the whole organisation */
                            authed_dept?: number[];
                            authed_user?: string[];
                        };
                        /** @description readable user fields, v1 names such as jobnumber, isLeader */
                        auth_user_field?: string[];
                        condition_field?: string[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UserCreate"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description employee userid */
                            userid: string;
                            /** @description camelCase here, unionid elsewhere */
                            unionId?: string;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UserUpdate"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DeleteUserRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DeleteUserRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetUserRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetUserRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "errcode": 0,
                     *       "errmsg": "ok",
                     *       "result": {
                     *         "active": true,
                     *         "admin": false,
                     *         "avatar": "",
                     *         "boss": false,
                     *         "dept_id_list": [
                     *           1
                     *         ],
                     *         "dept_order_list": [
                     *           {
                     *             "dept_id": 1,
                     *             "order": 176322897889314500
                     *           }
                     *         ],
                     *         "exclusive_account": false,
                     *         "extension": "{}",
                     *         "hide_mobile": false,
                     *         "job_number": "",
                     *         "leader_in_dept": [
                     *           {
                     *             "dept_id": 1,
                     *             "leader": false
                     *           }
                     *         ],
                     *         "name": "Example",
                     *         "real_authed": true,
                     *         "remark": "",
                     *         "senior": false,
                     *         "state_code": "86",
                     *         "telephone": "",
                     *         "title": "",
                     *         "union_emp_ext": {},
                     *         "unionid": "UNIONID",
                     *         "userid": "u001",
                     *         "work_place": ""
                     *       },
                     *       "request_id": "abc"
                     *     }
                     */
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["User"];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listUsersSimple: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListUsersSimpleRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListUsersSimpleRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            has_more: boolean;
                            /**
                             * Format: int64
                             * @description omitted on the last page
                             */
                            next_cursor?: number;
                            /** @description omitted or empty when no member */
                            list?: LegacyComponents["schemas"]["UserSimple"][];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listUserIds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListUserIdsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListUserIdsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            userid_list?: string[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListUsersRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListUsersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            has_more: boolean;
                            /**
                             * Format: int64
                             * @description omitted on the last page
                             */
                            next_cursor?: number;
                            /** @description omitted or empty when no member */
                            list?: LegacyComponents["schemas"]["UserListItem"][];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    countUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["CountUsersRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["CountUsersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** Format: int64 */
                            count?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listInactiveUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListInactiveUsersRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListInactiveUsersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            has_more?: boolean;
                            /** Format: int64 */
                            next_cursor?: number;
                            /** @description userids */
                            list?: string[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getUserIdByMobile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetUserIdByMobileRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetUserIdByMobileRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            userid?: string;
                            /** @description own enterprise accounts only */
                            exclusive_account_userid_list?: string[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getUserIdByUnionid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetUserIdByUnionidRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetUserIdByUnionidRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            userid?: string;
                            /**
                             * @description 0 employee, 1 external contact
                             * @enum {integer}
                             */
                            contact_type?: 0 | 1;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listAdmins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            userid?: string;
                            /**
                             * @description 1 super admin, 2 sub admin
                             * @enum {integer}
                             */
                            sys_level?: 1 | 2;
                        }[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getAdminScope: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetAdminScopeRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetAdminScopeRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description top level, not under result */
                        dept_ids?: number[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    canAccessMicroapp: {
        parameters: {
            query: {
                appId: number;
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description top level */
                        canAccess?: boolean | string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    createDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DepartmentCreate"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DepartmentCreate"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /**
                             * Format: int64
                             * @description department id; root is 1
                             */
                            dept_id: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DepartmentUpdate"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DepartmentUpdate"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    deleteDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DeleteDepartmentRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DeleteDepartmentRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetDepartmentRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetDepartmentRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["Department"];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listSubDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListSubDepartmentsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListSubDepartmentsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["DepartmentListItem"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listSubDepartmentIds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListSubDepartmentIdsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListSubDepartmentIdsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            dept_id_list?: number[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listParentsByDept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListParentsByDeptRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListParentsByDeptRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description starts with the department itself, ends with 1 */
                            parent_id_list?: number[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listParentsByUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListParentsByUserRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListParentsByUserRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description one chain per department, self first, root last */
                            parent_list?: {
                                parent_dept_id_list?: number[];
                            }[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["CreateRoleRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["CreateRoleRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /**
                         * Format: int64
                         * @description top level
                         */
                        roleId?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    createRoleGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["CreateRoleGroupRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["CreateRoleGroupRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /**
                         * Format: int64
                         * @description top level
                         */
                        groupId?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UpdateRoleRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["UpdateRoleRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    addRolesForEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["AddRolesForEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["AddRolesForEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    removeRolesForEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["RemoveRolesForEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["RemoveRolesForEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DeleteRoleRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DeleteRoleRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateRoleMemberScope: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UpdateRoleMemberScopeRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["UpdateRoleMemberScopeRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getRoleGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetRoleGroupRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetRoleGroupRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        role_group?: {
                            group_name?: string;
                            roles?: {
                                /** Format: int64 */
                                role_id?: number;
                                role_name?: string;
                            }[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListRolesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListRolesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description camelCase */
                            hasMore?: boolean;
                            /**
                             * Format: int64
                             * @description SDK only
                             */
                            nextCursor?: number;
                            list?: LegacyComponents["schemas"]["RoleGroup"][];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetRoleRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetRoleRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        role?: {
                            name?: string;
                            /** Format: int64 */
                            groupId?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listRoleMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListRoleMembersRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListRoleMembersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            hasMore?: boolean;
                            /**
                             * Format: int64
                             * @description SDK only
                             */
                            nextCursor?: number;
                            list?: LegacyComponents["schemas"]["RoleMember"][];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    createExternalContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["CreateExternalContactRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["CreateExternalContactRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description top level */
                        userid?: string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateExternalContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UpdateExternalContactRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["UpdateExternalContactRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    deleteExternalContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DeleteExternalContactRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["DeleteExternalContactRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listExternalContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListExternalContactsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListExternalContactsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description top level, plural */
                        results?: LegacyComponents["schemas"]["ExternalContact"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listExternalLabelGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListExternalLabelGroupsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListExternalLabelGroupsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        results?: LegacyComponents["schemas"]["ExternalLabelGroup"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getExternalContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetExternalContactRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetExternalContactRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["ExternalContact"];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listOnJobEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListOnJobEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListOnJobEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description userids */
                            data_list?: string[];
                            /**
                             * Format: int64
                             * @description absent on the last page; pass as next offset
                             */
                            next_cursor?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    queryOnJobEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["QueryOnJobEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["QueryOnJobEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            has_more?: boolean;
                            /** Format: int64 */
                            next_cursor?: number;
                            data_list?: string[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listPreEntryEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListPreEntryEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListPreEntryEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description userids */
                            data_list?: string[];
                            /**
                             * Format: int64
                             * @description absent on the last page; pass as next offset
                             */
                            next_cursor?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listDimissionEmployees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListDimissionEmployeesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListDimissionEmployeesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** @description userids */
                            data_list?: string[];
                            /**
                             * Format: int64
                             * @description absent on the last page; pass as next offset
                             */
                            next_cursor?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getDimissionDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetDimissionDetailsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetDimissionDetailsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["Dimission"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listEmployeeRosterValues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListEmployeeRosterValuesRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListEmployeeRosterValuesRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["HrmRoster"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listAttendanceResults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListAttendanceResultsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        recordresult?: LegacyComponents["schemas"]["AttendanceResult"][];
                        hasMore?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listAttendanceRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListAttendanceRecordsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        recordresult?: LegacyComponents["schemas"]["AttendanceRecord"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getUserAttendanceGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetUserAttendanceGroupRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetUserAttendanceGroupRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            /** Format: int64 */
                            group_id?: number;
                            name?: string;
                            /** @description the sibling getsimplegroups names FIXED, TURN, NONE */
                            type?: string;
                            classes?: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listAttendanceGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListAttendanceGroupsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListAttendanceGroupsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            has_more?: boolean;
                            groups?: ({
                                /** Format: int64 */
                                group_id?: number;
                                group_name?: string;
                                /** @enum {string} */
                                type?: "FIXED" | "TURN" | "NONE";
                                /** Format: int64 */
                                member_count?: number;
                                is_default?: boolean;
                                dept_ids?: number[];
                                user_ids?: string[];
                                manager_list?: string[];
                                owner_user_id?: string;
                                classes_list?: string[];
                            } & {
                                [key: string]: unknown;
                            })[];
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getIndustryOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            region_id?: string;
                            region_location?: string;
                            region_type?: string;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listIndustryDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListIndustryDepartmentsRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListIndustryDepartmentsRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            details?: LegacyComponents["schemas"]["IndustryDepartment"][];
                            has_more?: boolean;
                            /** Format: int64 */
                            next_cursor?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getIndustryDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetIndustryDepartmentRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetIndustryDepartmentRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["IndustryDepartment"];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listIndustryUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["ListIndustryUsersRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["ListIndustryUsersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            details?: LegacyComponents["schemas"]["IndustryUser"][];
                            has_more?: boolean;
                            /** Format: int64 */
                            next_cursor?: number;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getIndustryUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["GetIndustryUserRequest"];
                "application/x-www-form-urlencoded": LegacyComponents["schemas"]["GetIndustryUserRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: LegacyComponents["schemas"]["IndustryUser"];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListDepartments: {
        parameters: {
            query?: {
                fetch_child?: boolean;
                id?: string;
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description flat list, siblings in order */
                        department?: LegacyComponents["schemas"]["DepartmentV1"][];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListDepartmentIds: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        sub_dept_id_list?: number[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1GetDepartment: {
        parameters: {
            query: {
                id: string;
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** Format: int64 */
                        id?: number;
                        name?: string;
                        /** Format: int64 */
                        parentid?: number;
                        /** Format: int64 */
                        order?: Int64;
                        createDeptGroup?: boolean;
                        autoAddUser?: boolean;
                        deptHiding?: boolean;
                        /** @description pipe-separated */
                        deptPermits?: string;
                        /** @description pipe-separated */
                        userPermits?: string;
                        outerDept?: boolean;
                        outerPermitDepts?: string;
                        outerPermitUsers?: string;
                        orgDeptOwner?: string;
                        /** @description pipe-separated */
                        deptManagerUseridList?: string;
                        sourceIdentifier?: string;
                        groupContainSubDept?: boolean;
                        isFromUnionOrg?: boolean;
                        autoApproveApply?: boolean;
                        deptGroupChatId?: string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1CreateDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DepartmentV1Create"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** Format: int64 */
                        id?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1UpdateDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["DepartmentV1Update"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** Format: int64 */
                        id?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1DeleteDepartment: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListParentsByDept: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description self first, root last */
                        parentIds?: number[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListParentsByUser: {
        parameters: {
            query: {
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** @description array of arrays, typed as string by the SDK */
                        department?: unknown;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1CreateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UserV1Create"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userid?: string;
                        unionId?: string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1UpdateUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["UserV1Update"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1DeleteUser: {
        parameters: {
            query: {
                userid: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1BatchDeleteUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["V1BatchDeleteUsersRequest"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1GetUser: {
        parameters: {
            query: {
                userid: string;
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & LegacyComponents["schemas"]["UserV1"] & {
                        userid?: string;
                        name?: string;
                        department?: number[];
                        /** @description map text that is not JSON (keys without quotes) */
                        orderInDepts?: string;
                        /** @description map text that is not JSON (keys without quotes) */
                        isLeaderInDepts?: string;
                        roles?: {
                            [key: string]: unknown;
                        }[];
                        extattr?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListUsersSimple: {
        parameters: {
            query: {
                department_id: number;
                offset?: number;
                size?: number;
                order?: "entry_asc" | "entry_desc" | "modify_asc" | "modify_desc" | "custom";
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userlist?: LegacyComponents["schemas"]["UserSimple"][];
                        hasMore?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListUsers: {
        parameters: {
            query: {
                department_id: number;
                offset?: number;
                size?: number;
                order?: "entry_asc" | "entry_desc" | "modify_asc" | "modify_desc" | "custom";
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userlist?: LegacyComponents["schemas"]["UserV1"][];
                        hasMore?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListUsersByPage: {
        parameters: {
            query: {
                department_id: number;
                offset: number;
                size: number;
                order?: "entry_asc" | "entry_desc" | "modify_asc" | "modify_desc" | "custom";
                lang?: "zh_CN" | "en_US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userlist?: LegacyComponents["schemas"]["UserV1"][];
                        hasMore?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListUserIds: {
        parameters: {
            query: {
                deptId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userIds?: string[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1CountUsers: {
        parameters: {
            query: {
                onlyActive: 0 | 1;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        /** Format: int64 */
                        count?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1GetUserIdByUnionid: {
        parameters: {
            query: {
                unionid: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userid?: string;
                        /** Format: int64 */
                        contactType?: number;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1GetUserIdByMobile: {
        parameters: {
            query: {
                mobile: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        userid?: string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    v1ListAdmins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        adminList?: {
                            userid?: string;
                            /** Format: int64 */
                            sys_level?: number;
                        }[];
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listJoinedCooperateOrgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 0 applying, 1 joined
                     * @enum {integer}
                     */
                    status: 0 | 1;
                };
                "application/x-www-form-urlencoded": {
                    /**
                     * @description 0 applying, 1 joined
                     * @enum {integer}
                     */
                    status: 0 | 1;
                };
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            corp_id?: string;
                            org_name?: string;
                            /** @description owner organisation */
                            belong_corp_id?: string;
                            belong_org_name?: string;
                        }[];
                        success?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listCooperateOrgMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 0 applying, 1 joined
                     * @enum {integer}
                     */
                    status: 0 | 1;
                };
                "application/x-www-form-urlencoded": {
                    /**
                     * @description 0 applying, 1 joined
                     * @enum {integer}
                     */
                    status: 0 | 1;
                };
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            union_corp_id?: string;
                            union_org_name?: string;
                            /**
                             * Format: int64
                             * @description department the partner hangs under
                             */
                            dept_id?: number;
                            dept_name?: string;
                            /**
                             * @description 1 whole organisation, 2 part of it
                             * @enum {integer}
                             */
                            union_type?: 1 | 2;
                            dept_ids?: number[];
                            userids?: string[];
                            /**
                             * @description 0 unverified, 1 highest, 3 lowest verification
                             * @enum {integer}
                             */
                            auth_level?: 0 | 1 | 2 | 3;
                        }[];
                        success?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listTrunkOrgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            corpid?: string;
                            org_name?: string;
                        }[];
                        success?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listBranchOrgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
                "application/x-www-form-urlencoded": Record<string, never>;
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        result?: {
                            union_corpid?: string;
                            union_org_name?: string;
                        }[];
                        success?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    registerCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["Callback"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    updateCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": LegacyComponents["schemas"]["Callback"];
            };
        };
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    getCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        call_back_tag?: string[];
                        token?: Personal;
                        aes_key?: Personal;
                        url?: string;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    deleteCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"];
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
    listFailedPushEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description business envelope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LegacyComponents["schemas"]["Envelope"] & {
                        failed_list?: ({
                            /** @description event type; the payload sits under a key of the same name */
                            call_back_tag: string;
                            /**
                             * Format: int64
                             * @description Unix milliseconds
                             */
                            event_time?: number;
                        } & {
                            [key: string]: unknown;
                        })[];
                        has_more?: boolean;
                    };
                };
            };
            default: LegacyComponents["responses"]["Throttled"];
        };
    };
}


export interface NewComponents {
    schemas: {
        /** @description Error body of the new API. Header and body key case varies by path through the gateway, so read keys case-insensitively. */
        Error: {
            code: string;
            message?: string;
            requestid?: string;
            accessdenieddetail?: {
                requiredScopes?: string[];
            };
        };
    };
    responses: {
        /** @description Bad input, or an expired or unknown token (code InvalidAuthentication arrives with HTTP 400, not 401) */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": NewComponents["schemas"]["Error"];
            };
        };
        /** @description Missing permission, IP not allowed, or any throttle; branch on code, never on the status alone */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": NewComponents["schemas"]["Error"];
            };
        };
        /** @description Not found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": NewComponents["schemas"]["Error"];
            };
        };
        /** @description Server fault or gateway timeout (504 after about 3 s). Some business errors such as parameter.userNotExists and listsize.too.long also arrive as 500 */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": NewComponents["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}

export interface NewOperations {
    getAppAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appKey: string;
                    appSecret: Personal;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken: Personal;
                        expireIn: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getCorpToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                corpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    client_id: string;
                    client_secret: Personal;
                    grant_type: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token?: Personal;
                        expires_in?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getIsvCorpAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    authCorpId: string;
                    suiteKey: string;
                    suiteSecret: Personal;
                    suiteTicket: Personal;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken?: Personal;
                        expireIn?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getUserAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    clientSecret: Personal;
                    code?: string;
                    grantType: string;
                    refreshToken?: Personal;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessToken?: Personal;
                        corpId?: string;
                        expireIn?: number;
                        refreshToken?: Personal;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getContactUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        avatarUrl?: Personal;
                        email?: Personal;
                        loginEmail?: Personal;
                        mobile?: Personal;
                        nick?: string;
                        openId?: string;
                        stateCode?: string;
                        unionId?: string;
                        visitor?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            404: NewComponents["responses"]["NotFound"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    searchUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fullMatchField?: number;
                    offset: number;
                    queryWord: string;
                    size: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        list?: string[];
                        totalCount?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    sortUsersByPinyin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sortType?: number;
                    userIdList: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userIdList?: string[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listLeaveRecords: {
        parameters: {
            query: {
                endTime?: string;
                maxResults: number;
                nextToken?: string;
                startTime: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextToken?: string;
                        records?: {
                            leaveReason?: Personal;
                            leaveTime?: string;
                            mobile?: Personal;
                            name?: string;
                            stateCode?: string;
                            userId?: string;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getSeniorSetting: {
        parameters: {
            query: {
                seniorStaffId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        protectScenes?: string[];
                        seniorStaffId?: string;
                        seniorWhiteList?: {
                            id?: string;
                            name?: string;
                            type?: number;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    setSeniorSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    open: boolean;
                    permitDeptIds?: number[];
                    permitStaffIds?: string[];
                    permitTagIds?: number[];
                    protectScenes?: ("DING_SMS" | "DING_MSG" | "CHAT" | "CONFERENCE_VIDEO" | "CONFERENCE" | "VIDEO_CALL" | "CONFERENCE_VOIP" | "CALL" | "SEARCH" | "CALL_CENTER")[];
                    seniorStaffId: string;
                };
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    searchDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offset: number;
                    queryWord: string;
                    size: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        list?: number[];
                        totalCount?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    setDepartmentVisibilityPriority: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enable: boolean;
                };
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listStaffAttributeVisibility: {
        parameters: {
            query?: {
                maxResults?: number;
                nextToken?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        list?: {
                            active?: boolean;
                            description?: string;
                            excludeDeptIds?: number[];
                            excludeStaffIds?: string[];
                            excludeTagIds?: number[];
                            gmtCreate?: string;
                            gmtModified?: string;
                            hideFields?: string[];
                            /** Format: int64 */
                            id?: number;
                            name?: string;
                            objectDeptIds?: number[];
                            objectStaffIds?: string[];
                            objectTagIds?: number[];
                        }[];
                        /** Format: int64 */
                        nextCursor?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    upsertStaffAttributeVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeStaffIds?: string[];
                    excludeTagIds?: number[];
                    hideFields?: string[];
                    /** Format: int64 */
                    id?: number;
                    name?: string;
                    objectDeptIds?: number[];
                    objectStaffIds?: string[];
                    objectTagIds?: number[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        result?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteStaffAttributeVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listContactHideSettings: {
        parameters: {
            query?: {
                maxResults?: number;
                nextToken?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        list?: {
                            active?: boolean;
                            description?: string;
                            excludeDeptIds?: number[];
                            excludeStaffIds?: string[];
                            excludeTagIds?: number[];
                            /** Format: int64 */
                            id?: number;
                            name?: string;
                            objectDeptIds?: number[];
                            objectStaffIds?: string[];
                            objectTagIds?: number[];
                        }[];
                        /** Format: int64 */
                        nextToken?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    upsertContactHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeStaffIds?: string[];
                    excludeTagIds?: number[];
                    hideInSearch?: boolean;
                    hideInUserProfile?: boolean;
                    /** Format: int64 */
                    id?: number;
                    name?: string;
                    objectDeptIds?: number[];
                    objectStaffIds?: string[];
                    objectTagIds?: number[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        result?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteContactHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listContactRestrictSettings: {
        parameters: {
            query?: {
                maxResults?: number;
                nextToken?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        list?: {
                            active?: boolean;
                            description?: string;
                            excludeDeptIds?: number[];
                            excludeTagIds?: number[];
                            excludeUserIds?: string[];
                            /** Format: int64 */
                            id?: number;
                            name?: string;
                            restrictInSearch?: boolean;
                            restrictInUserProfile?: boolean;
                            subjectDeptIds?: number[];
                            subjectTagIds?: number[];
                            subjectUserIds?: string[];
                            type?: string;
                        }[];
                        /** Format: int64 */
                        nextToken?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    upsertContactRestrictSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeTagIds?: number[];
                    excludeUserIds?: string[];
                    /** Format: int64 */
                    id?: number;
                    name?: string;
                    restrictInSearch?: boolean;
                    restrictInUserProfile?: boolean;
                    subjectDeptIds?: number[];
                    subjectTagIds?: number[];
                    subjectUserIds?: string[];
                    /** @enum {string} */
                    type: "onlySelf" | "onlySelfDeptAndChild" | "excludeNode";
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        result?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteContactRestrictSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    enableOrgAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    disableOrgAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    signOutOrgAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    userId: string;
                    reasonI18nForEmployee?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getOrgAccountStatus: {
        parameters: {
            query: {
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disable?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listOrgAccountOwnedOrgs: {
        parameters: {
            query: {
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orgList?: {
                            corpId?: string;
                            corpName?: string;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    authorizeOrgAccountsMultiOrg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grantDeptIdList?: number[];
                    joinCorpId: string;
                };
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    changeDingTalkId: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dingTalkId: string;
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    transferOrgCreator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    effectCorpId: string;
                    sourceUserId: string;
                    targetUserId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    setOrgAccountFieldsVisibleInOtherOrg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fields?: string[];
                    optUserId: string;
                    toCorpIds: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getDingIdByMigrationDingId: {
        parameters: {
            query: {
                migrationDingId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dingId?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getUnionIdByMigrationUnionId: {
        parameters: {
            query: {
                migrationUnionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unionId?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getMigrationDingIdByDingId: {
        parameters: {
            query: {
                dingId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        migrationDingIdList?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getMigrationUnionIdByUnionId: {
        parameters: {
            query: {
                unionId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        migrationUnionIdList?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getOrgAuthInfo: {
        parameters: {
            query?: {
                targetCorpId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        authLevel?: number;
                        legalPerson?: Personal;
                        licenseOrgName?: string;
                        licenseUrl?: string;
                        orgName?: string;
                        organizationCode?: string;
                        registrationNum?: string;
                        unifiedSocialCredit?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getInviteInfo: {
        parameters: {
            query?: {
                deptId?: number;
                inviterUserId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        auditType?: number;
                        empApplyJoinDept?: boolean;
                        inviteSwitch?: boolean;
                        inviteUrl?: string;
                        linkInvite?: boolean;
                        orgApplyCodeInvite?: boolean;
                        searchNameInvite?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getLatestDingIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        idxCarbon?: number;
                        idxEfficiency?: number;
                        idxMonthlyAvg?: number;
                        idxTotal?: number;
                        statDate?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    canUserAdminApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    startContactIdTranslation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    medias: {
                        [key: string]: string;
                    };
                    outputFileName?: string;
                    unionId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getContactIdTranslation: {
        parameters: {
            query: {
                jobId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: string;
                        url?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    createCooperateCorp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    industryCode?: number;
                    logoMediaId?: string;
                    orgName: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cooperateCorpId?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    separateBranchCorp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    attachDeptId: number;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getCooperateCorpInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cooperateCorpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inviteUrl?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    approveUnionApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchCorpId?: string;
                    /** Format: int64 */
                    linkDeptId?: number;
                    unionRootName?: string;
                }[];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateBranchAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchCorpId: string;
                    /** Format: int64 */
                    linkDeptId: number;
                    unionRootName: string;
                }[];
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateBranchVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchCorpId: string;
                    open: boolean;
                    type: number;
                    visibleBranchCorpIds?: string[];
                    visibleDeptIds?: number[];
                }[];
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    searchBranchAuthData: {
        parameters: {
            query: {
                branchCorpId: string;
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            fieldCode?: string;
                            fieldName?: string;
                            fieldValue?: string;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    queryRoster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    appAgentId: number;
                    fieldFilterList?: string[];
                    text2SelectConvert?: boolean;
                    userIdList: string[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            corpId?: string;
                            fieldDataList?: {
                                fieldCode?: string;
                                fieldName?: string;
                                fieldValueList?: {
                                    itemIndex?: number;
                                    label?: string;
                                    value?: string;
                                }[];
                                groupId?: string;
                            }[];
                            unionId?: string;
                            userId?: string;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listDismissedUserIds: {
        parameters: {
            query?: {
                maxResults?: number;
                nextToken?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore?: boolean;
                        /** Format: int64 */
                        nextToken?: number;
                        userIdList?: string[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getDismissionInfos: {
        parameters: {
            query: {
                /** @description JSON array of at most 50 userids, serialised into one query value */
                userIdList: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            deptList?: {
                                /** Format: int64 */
                                dept_id?: number;
                                dept_path?: string;
                            }[];
                            handoverUserId?: string;
                            /** Format: int64 */
                            lastWorkDay?: number;
                            /** Format: int64 */
                            mainDeptId?: number;
                            mainDeptName?: string;
                            name?: string;
                            passiveReason?: string[];
                            preStatus?: number;
                            reasonMemo?: Personal;
                            status?: number;
                            userId?: string;
                            voluntaryReason?: string[];
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listRosterFields: {
        parameters: {
            query: {
                appAgentId: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            fieldCode?: string;
                            fieldName?: string;
                            fieldType?: string;
                            optionText?: string;
                        }[];
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    transferEmployee: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deptIdsAfterTransfer?: number[];
                    jobIdAfterTransfer?: string;
                    mainDeptIdAfterTransfer?: number;
                    operateUserId?: string;
                    positionIdAfterTransfer?: string;
                    positionLevelAfterTransfer?: string;
                    positionNameAfterTransfer?: string;
                    rankIdAfterTransfer?: string;
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    createSceneHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeTagIds?: number[];
                    excludeUserIds?: string[];
                    name?: string;
                    nodeListSceneConfig?: {
                        active?: boolean;
                        deptObjectIncludeEmp?: boolean;
                    };
                    objectDeptIds?: number[];
                    objectTagIds?: number[];
                    objectUserIds?: string[];
                    profileSceneConfig?: {
                        active?: boolean;
                    };
                    searchSceneConfig?: {
                        active?: boolean;
                        deptObjectIncludeEmp?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        settingId?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getSceneHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description?: string;
                        excludeDeptIds?: number[];
                        excludeTagIds?: number[];
                        excludeUserIds?: string[];
                        /** Format: int64 */
                        id?: number;
                        name?: string;
                        nodeListSceneConfig?: {
                            active?: boolean;
                            deptObjectIncludeEmp?: boolean;
                        };
                        objectDeptIds?: number[];
                        objectTagIds?: number[];
                        objectUserIds?: string[];
                        profileSceneConfig?: {
                            active?: boolean;
                        };
                        searchSceneConfig?: {
                            active?: boolean;
                            deptObjectIncludeEmp?: boolean;
                        };
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateSceneHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeTagIds?: number[];
                    excludeUserIds?: string[];
                    name?: string;
                    nodeListSceneConfig?: {
                        active?: boolean;
                        deptObjectIncludeEmp?: boolean;
                    };
                    objectDeptIds?: number[];
                    objectTagIds?: number[];
                    objectUserIds?: string[];
                    profileSceneConfig?: {
                        active?: boolean;
                    };
                    searchSceneConfig?: {
                        active?: boolean;
                        deptObjectIncludeEmp?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteSceneHideSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    createSceneAttributeHide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    chatSubtitleConfig?: {
                        active?: boolean;
                    };
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeTagIds?: number[];
                    excludeUserIds?: string[];
                    hideFields?: string[];
                    name?: string;
                    objectDeptIds?: number[];
                    objectTagIds?: number[];
                    objectUserIds?: string[];
                    profileSceneConfig?: {
                        active?: boolean;
                    };
                    searchSceneConfig?: {
                        active?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        settingId?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getSceneAttributeHide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatSubtitleConfig?: {
                            active?: boolean;
                        };
                        description?: string;
                        excludeDeptIds?: number[];
                        excludeTagIds?: number[];
                        excludeUserIds?: string[];
                        hideFields?: string[];
                        /** Format: int64 */
                        id?: number;
                        name?: string;
                        objectDeptIds?: number[];
                        objectTagIds?: number[];
                        objectUserIds?: string[];
                        profileSceneConfig?: {
                            active?: boolean;
                        };
                        searchSceneConfig?: {
                            active?: boolean;
                        };
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateSceneAttributeHide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    chatSubtitleConfig?: {
                        active?: boolean;
                    };
                    description?: string;
                    excludeDeptIds?: number[];
                    excludeTagIds?: number[];
                    excludeUserIds?: string[];
                    hideFields?: string[];
                    name?: string;
                    objectDeptIds?: number[];
                    objectTagIds?: number[];
                    objectUserIds?: string[];
                    profileSceneConfig?: {
                        active?: boolean;
                    };
                    searchSceneConfig?: {
                        active?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteSceneAttributeHide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                settingId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listManagementGroups: {
        parameters: {
            query: {
                maxResults: number;
                nextToken: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups?: {
                            groupId?: string;
                            groupName?: string;
                            members?: {
                                memberId?: string;
                                memberType?: string;
                            }[];
                            resourceIds?: string[];
                            scope?: {
                                deptIds?: number[];
                                scopeType?: number;
                            };
                        }[];
                        hasMore?: boolean;
                        /** Format: int64 */
                        nextToken?: number;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    createManagementGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groupName: string;
                    members: {
                        memberId: string;
                        memberType: string;
                    }[];
                    resourceIds: string[];
                    scope: {
                        deptIds?: number[];
                        scopeType: number;
                    };
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groupId?: string;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateManagementGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groupName: string;
                    members: {
                        memberId: string;
                        memberType: string;
                    }[];
                    resourceIds: string[];
                    scope: {
                        deptIds?: number[];
                        scopeType: number;
                    };
                };
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteManagementGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getAccountMapping: {
        parameters: {
            query: {
                domain: string;
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            domain?: string;
                            extension?: {
                                [key: string]: string;
                            };
                            outId?: string;
                            outTenantId?: string;
                            userId?: string;
                        };
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    addAccountMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
                    extension?: {
                        [key: string]: string;
                    };
                    outId: string;
                    outTenantId: string;
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    deleteAccountMapping: {
        parameters: {
            query: {
                domain: string;
                userId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    updateExternalTitles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operatorUserId?: string;
                    updateTitleModelList?: {
                        title?: string;
                        userId?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: {
                            failedList?: {
                                title?: string;
                                userId?: string;
                            }[];
                            modifyList?: {
                                title?: string;
                                userId?: string;
                            }[];
                            modifyUser?: string;
                        };
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    transformToExclusiveAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    idpDingTalk?: boolean;
                    initPassword?: Personal;
                    loginId?: string;
                    transformType: string;
                    userId: string;
                };
            };
        };
        responses: {
            /** @description Success with an empty body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    setOrgAccountMobileVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    convertInnerGroupToDeptGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    deptId: number;
                    openConversationId: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    getApiUsage: {
        parameters: {
            query?: {
                benefitCode?: string;
                endTime?: string;
                periodType?: string;
                startTime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period?: string;
                        usedNum?: number;
                        quotaNum?: number;
                    }[];
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    listFailedCallbacks: {
        parameters: {
            query?: {
                beginTime?: number;
                endTime?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failedList?: {
                            callBackData?: JsonObject;
                            callBackTag?: string;
                            corpId?: string;
                            /** Format: int64 */
                            eventTime?: number;
                        }[];
                        hasMore?: boolean;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
    openStreamConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    clientSecret: Personal;
                    extras?: {
                        [key: string]: unknown;
                    };
                    localIp?: string;
                    subscriptions: {
                        topic: string;
                        type: string;
                    }[];
                    ua?: string;
                };
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoint?: string;
                        ticket?: Personal;
                    };
                };
            };
            400: NewComponents["responses"]["BadRequest"];
            403: NewComponents["responses"]["Forbidden"];
            "5XX": NewComponents["responses"]["ServerError"];
        };
    };
}
