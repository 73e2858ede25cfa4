"""Chinese, simplified and traditional."""

from __future__ import annotations

from decimal import Decimal

from checker.figures.lexicon import Counting, Dating, Lexicon, Per, Telling, months, phrases, units
from checker.model import Qualifier

_FRACTIONS = phrases(("一半|半数|半數", Decimal("0.5")))

LEXICON = Lexicon(
    code="zh",
    decimal_comma=False,
    point_groups=False,
    cardinals={},
    scales=phrases(
        ("万亿|萬億", Decimal("1e12")), ("千亿|千億", Decimal("1e11")), ("百亿|百億", Decimal("1e10")), ("十亿|十億", Decimal("1e9")), ("亿|億", Decimal("1e8")), ("千万|千萬", Decimal("1e7")),
        ("百万|百萬", Decimal("1e6")), ("十万|十萬", Decimal("1e5")), ("万|萬", Decimal("1e4")), ("千", Decimal("1e3")), ("百", Decimal("1e2")),
    ),
    currencies=phrases(
        ("美元|美金", "USD"), ("欧元|歐元", "EUR"), ("英镑|英鎊", "GBP"), ("日元|日圆|日圓", "JPY"), ("元人民币|人民币元|元人民幣|元|人民币|人民幣|块钱", "CNY"), ("港元|港币|港幣", "HKD"), ("新台币|新台幣|台币|元新台币", "TWD"),
        ("卢布|盧布", "RUB"), ("坚戈|堅戈", "KZT"), ("索姆", "KGS"), ("苏姆|蘇姆", "UZS"), ("索莫尼", "TJS"), ("马纳特", "TMT"), ("韩元|韓元|韩圆", "KRW"), ("瑞士法郎|瑞郎", "CHF"), ("澳元", "AUD"), ("加元", "CAD"), ("卢比|印度卢比", "INR"),
        ("里拉", "TRY"), ("泰铢", "THB"), ("越南盾", "VND"), ("新加坡元|新元|新币", "SGD"), ("比索", "MXN"), ("雷亚尔", "BRL"), ("兰特", "ZAR"), ("澳门元", "MOP"),
    ),
    units=units(
        ("立方米|方", "m3", "1"), ("立方公里", "m3", "1e9"), ("平方公里|平方千米", "m2", "1e6"), ("平方米|平米", "m2", "1"), ("公顷|公頃", "m2", "1e4"), ("亩|畝", "m2", "666.6666666666666666666666667"), ("公里|千米", "m", "1e3"), ("米", "m", "1"), ("厘米", "m", "0.01"),
        ("毫米", "m", "0.001"), ("英里", "m", "1609.344"), ("海里", "m", "1852"), ("公斤|千克", "kg", "1"), ("克", "kg", "0.001"), ("吨|噸|公吨", "kg", "1e3"), ("标准煤", "kg", "1"), ("瓦", "W", "1"), ("千瓦", "W", "1e3"), ("兆瓦", "W", "1e6"), ("吉瓦", "W", "1e9"),
        ("千瓦时|千瓦小时|千瓦時|度电|度", "Wh", "1e3"), ("兆瓦时", "Wh", "1e6"), ("吉瓦时", "Wh", "1e9"), ("太瓦时", "Wh", "1e12"), ("升", "L", "1"), ("桶/日|桶/天|桶每日", "barrel/d", "1"), ("桶", "barrel", "1"), ("摄氏度|攝氏度", "°C", "1"), ("盎司", "oz", "1"), ("斤", "kg", "0.5"),
        ("标准箱|標準箱", "TEU", "1"), ("千分点|千分點|个千分点", "‰", "1"),
    ),
    percent=r"(?:个百分点|個百分點|百分点)",
    links="多?余?餘?",
    fractions=_FRACTIONS,
    per=Per(always="(?:每|每隔)"),
    not_fraction=r"(?:时间|路|天)",
    not_fraction_before=r"(?:另|前|后|下|上)$",
    times=r"[ ]?(?:倍)",
    times_with_growth=r"(?!)",
    growth=r"(?!)",
    times_before=r"(?!)",
    multiples=phrases(("翻了一番|翻一番|翻番", Decimal(2)), ("翻两番|翻了两番", Decimal(4))),
    to=r"[ ]?(?:至|到|[-\u2013\u2014~～－])[ ]?",
    between="",
    zero="零",
    dating=Dating(
        months=months(*(f"{number}月" for number in range(1, 13))),
        use=r"(?:)$",
        avoid=r"(?:比|较|同比|相比于|早于|超过了|于前|按照|法)$",
        joined=r"(?:至|到|[-\u2013\u2014~～－和与])",
        quarter=r"第?(?P<q>[一二三四1-4])季度",
        half=r"(?P<h>[上下])半年",
        ordinals={"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "1": 1, "2": 2, "3": 3, "4": 4},
        fiscal=r"财年|財年",
        after=r"(?:[以之]?来|[以之]來|起|以前|之前|前|以后|之后|后|開始|开始|的?战争|年代|颁布|相比)",
        decade=r"年代",
        bare_years=True,
        date_first=True,
    ),
    telling=Telling(
        hedges={
            Qualifier.AT_LEAST: "至少|不少于|不低于|最少|起码",
            Qualifier.AT_MOST: "至多|最多|不超过|不高于|高达|多达|不多于",
            Qualifier.UNDER: "不到|低于|少于|不足|未达",
            Qualifier.JUST_UNDER: "近|将近|接近|几乎|几近|將近",
            Qualifier.JUST_OVER: "略高于|略多于|刚超过|略超",
            Qualifier.OVER: "超过|超|逾|高于|多于|大于|突破|超過|超出|过",
            Qualifier.ABOUT: "约|大约|大概|左右|约为|约合|大致|约有|約",
        },
        hedges_after={
            Qualifier.ABOUT: r"左右|上下",
            Qualifier.AT_LEAST: r"以上",
            Qualifier.AT_MOST: r"以下|以内",
        },
        versus=r"(?:相比|而|(?<![同环占对])比(?![重例率赛较如])|较|去年同期的|上年的|此前的|原来的|同期)(?:[^，。；、增降升长减涨跌多少高低]{0,12})?",
        compared=r"(?:而|相比)",
        origin=r"[从由自](?:[^，。；]{0,18})?",
        target=r"[降升增减跌上下涨提回缩扩]?[^，。；]{0,3}(?:至|到|为)[^，。；]{0,12}",
        to_zero="(?:到|至|为|成)(?:[0-9]{4}年的?)?",
        event_nouns=r"合同|协议|协定|贷款|罚款|项目|捐款|赠款|援助|订单|交易|收购|信贷|融资|合约|贷",
        event_verbs=r"签署|签订|签|罚款|捐赠|批准|承诺|认捐|收购|提供|授予|发放|处罚|被罚",
        weak_verbs=r"宣布|购买|出售",
        clause=r"[，,；;：:、]",
        back=r"(?:这|该|此)",
    ),
    counting=Counting(
        noun=(
            r"[ ]?(?:多|余|餘)?(?:[名位个個家座辆輛台所只隻头頭件艘架套条條项項户戶枚张張场場支例起次列趟班艇幢栋棟](?:的)?(?P<noun>[\u4e00-\u9fff]{2}[机機车車站厂廠院校馆館者船舰艦桥橋]|[\u4e00-\u9fff]{1,2})?|(?P<noun2>人|例|户|起|宗|只|头|难民|居民|学生|患者|游客|用户|家庭|农民|工人|士兵|儿童|妇女|选民|移民|旅客|员工|职工|岗位))"
        ),
        not_nouns=frozenset(
            "年 月 日 天 小时 分钟 秒 点 号 页 章 节 条 次 岁 周 星期 世纪 度 版 届 期 楼 室 层 路 线 比 场 位 项".split()
        ),
        before="人口|总人口|常住人口|会员|发行量",
        not_before=r"(?:第|版本|页|号|房间|邮编|电话|编号|No\.?|Windows|拨打|请拨打)[ ]?$",
        capitals_name=False,
    ),
)  # fmt: skip
