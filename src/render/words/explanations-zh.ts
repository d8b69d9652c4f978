import type { Explanations } from './explanation.ts'

/** What each code of ours means, in Chinese. */
export const explanationsZh: Explanations = {
  problems: {
    'file-not-readable': {
      title: '文件读不了',
      text: '文件存在，但是打不开，或者不是 UTF-8 编码的文本。Rollbook 不跟随指向目录之外的链接。检查文件权限和编码，把链接换成真正的文件。',
    },
    'file-too-large': {
      title: '文件太大',
      text: '一个文件超过了允许的大小。人员名单可以按部门拆成几个文件，每个文件放一个人或一批人都可以。',
    },
    'directory-too-large': {
      title: '通讯录目录太大',
      text: '所有文件合计最多 50 MiB，文件和文件夹最多 100,000 个，最多嵌套 64 层。十万人的公司也远用不到：请把多名员工写在一个文件里，并移走不属于这里的内容。',
    },
    'yaml-syntax': {
      title: 'YAML 写法有误',
      text: '这个文件不是正确的 YAML。最常见的原因是缩进没有对齐、冒号后面缺空格、混用了全角冒号，或者引号没有成对。按报告的行列改好即可。',
    },
    'yaml-forbidden': {
      title: '用了不允许的 YAML 功能',
      text: '为了让每个文件看到什么就是什么，这里不允许锚点（&）、引用（*）、标签（!）和合并键（<<）。请把内容直接写出来。',
    },
    'duplicate-yaml-key': {
      title: '同一个字段写了两次',
      text: '同一处的一个字段出现了两次，不知道以哪个为准。删掉多余的一个。',
    },
    'unexpected-file': {
      title: '多余的文件',
      text: '这个位置不该有这样的文件。departments 里放部门和人员的 .yaml,roles 里放角色组的 .yaml，目录顶层只有 rollbook.yaml 和 rollbook.lock.json。把文件移走，或改成正确的名字。',
    },
    'unportable-name': {
      title: '有的系统不接受的名字',
      text: '文件或文件夹的名字在 Windows 或 macOS 上存不下，或会和旁边的混为一个：例如 CON 这样的设备名、以点或空格结尾、含有冒号或星号、两个名字只有大小写不同。在那里检出就会缺少文件，而缺少的人看上去就像离职了。请改名；部门名称可以写在它的 department.yaml 里。',
    },
    'unknown-field': {
      title: '没有这个字段',
      text: '字段名写错了，或者钉钉没有这个字段。字段名和钉钉接口里的一样，例如 job_number、work_place。报告里会给出最接近的名字；自定义字段要写在 extension 里面。',
    },
    'missing-field': {
      title: '缺少必填字段',
      text: '每个人都要有 userid，每个角色都要有 name，补上缺的字段。钉钉里还没有的人，还要写 name，以及 mobile 或 email，否则加不进去。',
    },
    'wrong-type': {
      title: '值的类型不对',
      text: '例如该写列表的地方写了文字，该写 true 或 false 的地方写了「是」。列表用短横线逐行写，开关写 true 或 false，以 0 开头的工号和手机号加上引号。',
    },
    'invalid-value': {
      title: '值不符合要求',
      text: '值的类型没错，但内容不符合钉钉的要求，例如日期不存在、邮箱缺少 @、手机号位数不对。报告里会说明应该是什么样子。',
    },
    'too-long': {
      title: '内容太长',
      text: '超过了钉钉允许的长度，例如部门名称最多 64 个字。缩短后再试。',
    },
    'too-many': {
      title: '数量太多',
      text: '一个列表的成员超过了钉钉允许的数量，例如一个隐藏部门最多指定 50 个可见的人和部门。减少成员，或者用一个部门代替其中的许多人。',
    },
    'forbidden-characters': {
      title: '有不允许的字符',
      text: '部门名称里不能有短横线和逗号，任何名字里都不能有看不见的控制字符。删掉或换成别的字符。',
    },
    'cannot-clear': {
      title: '这个字段不能清空',
      text: '写 null 表示清空，但钉钉不允许清空这个字段。想让 Rollbook 不管它，就把这一行整个删掉。',
    },
    'root-not-writable': {
      title: '根部门不能修改',
      text: 'departments 文件夹本身代表公司，钉钉不允许通过接口修改它。把 department.yaml 移到某个部门的文件夹里；公司名称请在管理后台修改。',
    },
    'unknown-department': {
      title: '没有这个部门',
      text: '文件里提到了一个不存在的部门。部门用它在 departments 下面的路径来写，例如 研发部/后端组；如果 department.yaml 里写了 key，就用那个 key。报告里会给出最接近的部门。',
    },
    'unknown-person': {
      title: '没有这个人',
      text: '文件里提到了一个 userid，而 departments 下没有哪个文件是他的。提到别人时写 userid，不写姓名；这个人自己也要有文件。只在钉钉里还不够：先在他的部门文件夹里建一个文件，写上他在钉钉里的 userid。如果他已经离职，就把提到他的地方（直属主管、部门主管、角色成员）一起改掉。',
    },
    'unknown-role-group': {
      title: '没有这个角色组',
      text: '提到的角色组在 roles 里没有。角色组的名字默认是文件名，也可以用 group 指定。',
    },
    'duplicate-person': {
      title: '同一个人出现了两次',
      text: '一个 userid 在整个目录里只能出现一次，它所在的文件夹就是主部门。要兼任别的部门，在同一处用 also 列出来，不要再写一个文件。',
    },
    'duplicate-mobile': {
      title: '手机号重复',
      text: '两个人写了同一个手机号，钉钉不允许。改正其中一个；报告里只显示打码的号码。',
    },
    'duplicate-email': {
      title: '邮箱重复',
      text: '两个人写了同一个邮箱，而钉钉要求邮箱在企业内唯一。改正其中一个。',
    },
    'duplicate-telephone': {
      title: '分机号重复',
      text: '两个人写了同一个分机号，而钉钉要求分机号在企业内唯一。改正其中一个，或者去掉公用的分机号。',
    },
    'duplicate-key': {
      title: '键重复',
      text: '两个部门写了同样的 key，或者一个部门的 key 正好是另一个部门的路径。给其中一个换一个 key。',
    },
    'duplicate-name': {
      title: '名称重复',
      text: '同一个上级部门下有两个同名的部门，或者同一个角色组里有两个同名的角色。改掉其中一个的名称。',
    },
    'duplicate-entry': {
      title: '列表里有重复',
      text: '同一个人或部门在一个列表里写了两次。删掉多余的一个。',
    },
    'conflicting-fields': {
      title: '字段互相矛盾',
      text: '有些字段不能一起写，例如企业账号不能写手机号；有些字段要配合别的字段才有用。按报告里的说明去掉一个，或补上一个。',
    },
    'manager-cycle': {
      title: '直属主管绕成了圈',
      text: '顺着 manager_userid 一级一级往上，会回到同一个人。改正其中一个人的直属主管。',
    },
    'manager-not-member': {
      title: '部门主管不在这个部门',
      text: '钉钉要求部门主管和群主必须是这个部门的成员。把这个人的文件移到这个部门，或者在他的 also 里加上这个部门。',
    },
    'too-deep': {
      title: '部门层级太深',
      text: '钉钉的部门最多嵌套到一定的层数。把部门往上移几级。',
    },
    'ambiguous-rename': {
      title: '分不清是哪个部门改了名',
      text: '一个部门的文件夹不见了，而有不止一个新文件夹可能是它。为了不误删部门，Rollbook 停下来等你说明：在新部门的 department.yaml 里写 previously，列出它原来的键。钉钉里同一个上级下有两个同名的部门、又看不出哪个是这个文件夹时也会停下来：在管理后台给其中一个改名。',
    },
    'reserved-name': {
      title: '名字被占用',
      text: '这个名字有特别的用途，例如以 # 开头的键代表钉钉里不归文件管理的内容，钉钉自带的角色组也不能使用。换一个名字。',
    },
    'lock-invalid': {
      title: '锁文件有误',
      text: 'rollbook.lock.json 由程序维护，记录哪些部门和人归文件管理，不要手工修改。合并冲突时保留两边的行；如果已经损坏，先用 git 找回上一个好的版本。找不回来，就运行 rollbook lock rebuild：它按钉钉里的标记、名称和 userid 重新认出文件里的部门、角色和人，原来的锁文件里还能用的记录会沿用；不会删除，也不会重复创建。',
    },
    'sealed-invalid': {
      title: '加密的内容不完整',
      text: '“age:”后面应当是一整段 base64，解开后是一个标准的 age 文件，并且是用 age1 开头的公钥加密的。多半是复制时缺了一段，或换了行。用 git 恢复这一行，或者用 rollbook seal --user <userid> --field <字段> 重新加密。',
    },
    'sealed-unopened': {
      title: '加密的内容解不开',
      text: '只有 rollbook apply 和 rollbook reseal 会解密。密钥只从环境变量读取：ROLLBOOK_AGE_KEY 是密钥本身，ROLLBOOK_AGE_KEY_FILE 是密钥文件的路径。如果密钥没错，那么这个值是为别的公钥加密的，或者加密之后被改动过：用 git 恢复，或重新加密。没有写入钉钉。',
    },
    'sealed-foreign': {
      title: '加密的内容不属于这里',
      text: '每个加密的值里都写明了是谁的哪个字段，复制到别人那里或别的字段就不能用。请在这里用 rollbook seal 加密正确的值。没有写入钉钉。',
    },
    'recipients-invalid': {
      title: '公钥名单有误',
      text: '通讯录目录里的 .recipients 写着为谁加密：每行一个 age1 开头的公钥，# 开头的行是注释。绝不能把 AGE-SECRET-KEY 开头的私钥写进去；如果写进去过，请换一把新的密钥并运行 rollbook reseal。',
    },
  },
  refusals: {
    'deletion-plan-only': {
      title: '没有允许删除',
      text: '文件被删掉意味着要在钉钉里删除，而 rollbook.yaml 默认只预览、不执行删除。确认要删，就在 deletions 里把 users、departments 或 roles 写成 enabled；员工离职也可以用 departed.move_to 移到一个部门而不删除。不想删，就把文件放回来。',
    },
    'limit-exceeded': {
      title: '一次改动太多',
      text: '这一次的改动数量超过了 rollbook.yaml 中 limits 的上限，通常说明文件被误删或误移。除了全公司的限额，每个部门（含下级）一次也不能失去大半的人，还可以在 subtrees 里给单个部门定更严的限额。检查无误后，把改动分成几次提交；确实要一次做完，就用批准文件放行这一次（变更预览里有现成的内容），或者调高这一项限额。带 --base 运行时，这次改动自己调高的限额不算数。',
    },
    'wrong-company': {
      title: '不是同一家企业',
      text: '现在的凭证连接的企业，和这个目录描述的不是同一家。检查 DINGTALK_CLIENT_ID 和 rollbook.yaml 中的 corp。锁文件不能从一家企业搬到另一家。',
    },
    'lock-contradicted': {
      title: '锁文件与钉钉矛盾',
      text: 'rollbook.lock.json 记着每个部门、角色和人在钉钉里是哪一个。钉钉里的标记和名称说明其中几条不对：有人手工改过这个文件，或者它比钉钉旧（例如上次生效后没有提交）。照着错的锁文件改动，会改到或撤销别的部门，所以什么都不写。先用 git 找回最近一次生效后的 rollbook.lock.json；运行 rollbook lock verify 可以逐条核对；找不回来，就运行 rollbook lock rebuild，按钉钉里的标记和文件重建。',
    },
    'lock-older': {
      title: '锁文件是旧的',
      text: '这台电脑记得每次生效前后的锁文件。现在的 rollbook.lock.json 和其中较早的一份完全相同，却不是最近的一份：有人把它恢复成了旧的。旧的锁文件不知道后来新建、更名和移除了什么，所以什么都不写。用 git 取回最新的一份；如果确实要用这一份，运行 rollbook lock verify，每一条都与钉钉相符就会采用；也可以运行 rollbook lock rebuild 重建。',
    },
    'empty-desired': {
      title: '文件是空的',
      text: '文件里一个人、一个部门都没有，照此执行会删除所有受管理的内容。多半是 -d 指错了文件夹，或者没有完整检出仓库。',
    },
    'incomplete-read': {
      title: '没有读全',
      text: '钉钉没有把全部内容给我们看，可能是应用的通讯录权限范围不是全公司，也可能有一页没有读到，或者人数对不上。看不到不等于不存在，所以不写入。请管理员在钉钉开放平台的「权限管理」里，把应用的权限范围改为全部员工；范围没有问题的话，多半是读取期间有人在改通讯录，稍后再运行一次。锁文件里登记的、这次没有列出来的，会按编号一个个去问：只有钉钉说它不存在，才算不存在；少得太多就不问，因为那多半不是删除，而是没有读到，或者锁文件不是这家公司现在的那一份。rollbook lock verify 会逐条列出钉钉里还有没有；锁文件不对，就用 git 取回对的那一份。',
    },
    'mobile-replacement': {
      title: '更换手机号要先同意',
      text: '钉钉不能修改手机号，只能删除这个人再重新添加，会失去考勤组、人脸录入和智能人事花名册里的资料。确实要换，就在这个人的文件里写 replace: mobile；更好的办法是请本人在钉钉里自己更换，文件里不写手机号。也可以用批准文件放行这一次。',
    },
    protected: {
      title: '受保护',
      text: 'rollbook.yaml 的 protected 列出的人不会被删除，不会移到离职部门，不会删除后重新添加，也不会失去所在的部门、角色和部门主管；列出的部门不会被撤销，不会调整归属，不会失去主管。其他资料和名称照常可以改。这次改动碰到了它们，所以停下来。把文件改回来；确实要这样做，就先单独提交一次，把名字从 protected 中去掉，或者用批准文件放行这一次。',
    },
    'protected-identity': {
      title: '受保护的人，登录身份会改变',
      text: '手机号、邮箱、企业邮箱、登录名和密码决定谁能以这个人的身份登录，userid 是账号本身。对 rollbook.yaml 的 protected 列出的人，改动这些等于把账号交给别人，所以不当作普通的资料修改，而是停下来。userid 改不了：改了 userid，钉钉会删除原来的账号、另建一个。把文件改回来；确实要这样做，就先单独提交一次，把他从 protected 中去掉，或者用批准文件放行这一次。',
    },
    administrators: {
      title: '管理员',
      text: '移除人员之前，会向钉钉查一次谁是管理员。主管理员不能这样移除或重新添加，批准也不行：先在钉钉管理后台移交。移除之后至少要剩两名管理员：先再任命几名，或者用批准文件放行这一次。没有读到管理员名单，不等于没有管理员，这时一律停下：给应用开通读取管理员的权限，或稍后再试。',
    },
    'own-access': {
      title: '会断掉应用自己的权限',
      text: '应用的通讯录权限范围，除了全公司，还单独列出了一些部门或人，而这次改动会移除或移动其中的一部分。这样做之后，应用看到的会变少，看不到的又像是被删除了。先在钉钉开放平台的「权限管理」里把它们从范围中去掉，或者把文件放回来。这一条不能批准。',
    },
    'departed-changed': {
      title: '离职方式和人员不能一次改',
      text: '在 --base 指定的提交里，rollbook.yaml 的 departed 把离职的人移到一个部门、保留账号；这次改动去掉了它，又要删除人，以前移到那里的人也会一起被删除。先单独提交一次，去掉 departed；合并之后，再移除人员。这一条不能批准。',
    },
    'unmanaged-below': {
      title: '部门里还有不归文件管理的',
      text: '要撤销的部门里还有子部门或员工，它们在钉钉里，却不在文件里。撤销上级部门时，钉钉会把空的子部门一并删除；还有人的部门，钉钉拒绝撤销（60005）。Rollbook 不动不归它管的，所以停下来。先在钉钉管理后台把它们移到别的部门；也可以先在文件里写上它们，纳入管理，再一起移走或撤销；不想撤销，就把部门的文件夹放回来。这一条不能批准。',
    },
  },
  exits: {
    '0': { title: '完成', text: '命令做完了。预览无论有没有改动都是 0；要用退出码区分，加上 --detailed-exitcode。' },
    '1': {
      title: '意外错误',
      text: '网络、钉钉或 Rollbook 自身出了错。输出里写明了原因和下一步；加上 --verbose 可以看到细节。',
    },
    '2': {
      title: '有改动',
      text: '带 --detailed-exitcode 的 rollbook plan 发现了改动。这不是错误；不带这个选项时，有没有改动都是 0。rollbook seal --check 和 rollbook codeowners --check 也用它：还有明文，或 CODEOWNERS 不是最新的。',
    },
    '3': {
      title: '被拦下',
      text: '安全规则拦下了这次改动，钉钉里什么都没有改。预览中列出了每一条原因和办法。另一个 rollbook apply 正在写入同一个目录时也是 3。',
    },
    '4': {
      title: '文件有问题',
      text: '目录里的文件不正确，没有连接钉钉。按报告中的文件和行列修改，再运行 rollbook validate。',
    },
    '5': {
      title: '没有全部生效',
      text: '一部分改动已经生效并记录下来，还有一部分没有做。处理好报告中的原因后再次运行，会接着做剩下的，不会重复。上次生效中断、又分不清当时建成了什么，也会在写入之前以 5 停下，并列出要核对的编号。',
    },
    '64': {
      title: '命令用法不对',
      text: '没有这个命令或选项。Rollbook 遇到不认识的选项就停下，不会猜。运行 rollbook --help 查看用法。',
    },
    '130': { title: '被中断', text: '按了 Ctrl-C。正在进行的调用已经做完并记录下来，再次运行会接着做。' },
    '143': {
      title: '被终止',
      text: '收到了终止信号，例如流水线被取消。正在进行的调用已经做完并记录下来，再次运行会接着做。',
    },
  },
}
