"""Absence in English: data."""

from __future__ import annotations

from checker.rules.absencewords.grammar import IDENT, Grammar

_KIND = (
    r"(?:web ?)?page|file|document|doc|paper|article|content|contents|url|web address|address|link|resource|story|post|posting|product|item|entry|record|"
    r"object|event|topic|thread|discussion|forum|board|video|clip|podcast|episode|node|listing|job|vacancy|publication|news|report|press release|image|photo|picture|"
    r"profile|account|user|member|author|person|channel|playlist|presentation|identifier|id|handle|doi|collection|category|section|dataset|data set|course|"
    r"offer|brief|briefing|factsheet|track|song|petition|advert|advertisement|ad|recording|announcement|notice|tender|decision|message|comment|attachment|download|bitstream|material|question|answer|issue|project|repository|group|community|tag|term|blog|feed|"
    r"map|layer|form|view|database|application|app|survey|petition|newsletter|issue|volume|book|eprint|e-print|preprint|submission|tweet|status|wiki|notebook|slide|slideshow|folder|directory"
)
_THING = (
    rf"(?:(?:news|blog|forum|web|wiki|catalogue?|library|user|staff|press|media|discussion|pdf|research|journal|conference|job|data|site|digital|faculty|member|repository) )?"
    rf"(?:{_KIND})(?:(?: or |/| and/or )(?:{_KIND}))?"
)
_ADJECTIVE = r"(?:old|older|back|short|previous|former|earlier|archived|requested|specified|selected|given|chosen|desired|corresponding|linked|particular|original|above|following|said|indicated|referenced|resulting)"
_YOU = (
    r"(?:,? (?:that |which )?(?:you(?:['’]re| are| were|['’]ve| have|['’]d)?|we were|was|were|is) ?(?:looking for|look for|requested|requesting|seeking|want(?:ed)?(?: to \w+)?|specified|selected|"
    r"trying to \w+|tried to \w+|entered|asked for|after|hoping for|hunting for|followed|clicked(?: on)?|searched for|typed(?: in)?|attempting to \w+|attempted to \w+|wish to \w+|wanted)[^.!?:;\n]{0,40}?,?)?"
)
_NOT = r"(?: ?not|n['’]t)"
_BE = r"(?:(?:is|are|was|were|has been|have been|may have been|might have been|seems to be|appears to be|seems to have been|appears to have been|must have been|may be|might be) (?:ADV )?)?"
_ADVERBS = r"either|probably|apparently|unfortunately|permanently|recently|since|also|already|simply|sadly|now|sorry|really|just|or"
_ASKED = r"(?:the|this|that|your) (?:requested|specified|selected) (?:[a-z][a-z-]{2,20} )?[a-z][a-z-]{2,20}"
"""What a visitor has asked for, whatever it is."""
_FOLLOWED = r"(?:the|this|that) [a-z][a-z-]{2,20} (?:that )?you(?:[’']ve| have)? (?:followed|clicked(?: on)?|typed(?: in)?|requested)"
"""What brought a visitor here, whatever it is called."""
_SUBJECT = rf"(?:(?:the|this|that|your|our|an?|any|no) )?(?:{_ADJECTIVE} ){{0,2}}(?:{_THING})s?(?: (?:id|number|title|name|address))?(?: {IDENT})?(?: with (?:the |this |that )?(?:id|identifier|number|name|title)(?: {IDENT})?)?{_YOU}"
_BE = _BE.replace("ADV", rf"(?:{_ADVERBS})")

ENGLISH = Grammar(
    stems=(
        "nothing ",
        " not",
        "n't",
        "n’t",
        "not ",
        "no ",
        "nknown",
        "nvalid",
        "navailable",
        "emoved",
        "eleted",
        "issing",
        "gone",
        "nable",
        "xpired",
        "taken down",
        "unpublished",
        "nonexist",
        "non-exist",
        "unrecogni",
        "failed",
        "nowhere",
        "got lost",
        "gotten lost",
        " away",
        "wandered off",
        "four",
        "looks like",
    ),
    subject=rf"{_SUBJECT}|{_ASKED}|{_FOLLOWED}",
    adverbs=_ADVERBS,
    predicates=(
        (
            rf"{_BE}(?:not (?:be )?(?:found|located|available|valid|here|there|present|published|recogni[sz]ed|known|part of (?:this|our) (?:site|collection))|missing|unavailable|gone|unknown|invalid|deleted|removed|"
            r"unpublished|taken down|taken offline|erased|non-?existent|lost|no longer (?:available|online|here|there|accessible|valid|published|offered|active|in use|present|with us|part of (?:this|our) (?:site|collection)|supported|hosted(?: here)?|listed|maintained here|public))(?: online| by (?:the|its) (?:author|owner|user|uploader|moderators?|administrators?|publisher|poster|person who (?:originally )?posted it))?"
        ),
        r"(?:can(?: ?not|['’]t)|could(?: not|n['’]t)) be (?:found|located|resolved|identified|retrieved|matched)",
        rf"(?:is|are|was|were){_NOT} (?:found|available|here|there|valid|recogni[sz]ed|known|online)(?: any ?(?:more|longer))?",
        rf"do(?:es)?{_NOT} (?:seem to |appear to )?(?:exist|correspond to (?:an?|any) (?:valid |existing )?(?:{_KIND})|match any (?:{_KIND}))(?: any ?(?:more|longer)| yet)?",
        rf"did{_NOT} match any (?:{_KIND})s?",
        rf"(?:is|are|was|were){_NOT} (?:in|on|part of|listed in|held in|known to) (?:this|our|the) (?:web ?site|site|server|system|repository|database(?: table)?(?: [\w.]{2, 30})?|catalogue?|collection|archive|library|portal|list)",
        rf"(?:has|have){_NOT} been (?:found|located)",
        r"(?:has|have) (?:expired|ended|closed|moved) (?:or|and) (?:has |have )?(?:been )?(?:removed|deleted|taken down|unpublished)",
        rf"(?:is|are){_NOT} accessible (?:or|and) (?:does(?: not|n['’]t) exist|(?:has|may have) been (?:removed|deleted))|(?:has|have) been withdrawn or (?:does not exist|deleted|removed)",
        r"(?:no longer |does(?: not|n['’]t) )(?:lead|go|point|resolve)s?(?: anywhere| to anything| to a page)?(?: any ?(?:more|longer))?|(?:leads|goes|points)(?: to)? nowhere|(?:is )?nowhere to be (?:found|seen)",
        r"can no longer be (?:viewed|accessed|displayed|shown|opened|read|watched|played|downloaded|reached|found)(?: here| online)?",
        r"(?:has been|have been|was|were) (?:removed|deleted|taken down|unpublished|pulled) by (?:the|its|an?|their|our) [a-z]+(?: [a-z]+)?",
        r"(?:has been|was) (?:withdrawn|closed|archived|removed|deleted)(?: by (?:the|its|an?|their|our) [a-z]+(?: [a-z]+)?)? and can no longer be \w+(?: here| online)?",
        r"(?:has been|have been|was|were) (?:removed|deleted|taken) (?:from|off) (?:the|this|our|its) (?:(?:web ?)?site|server|system|database|catalogue?|collection|archive|library|portal|programme|program|list|register)",
        r"no longer exists?|ceased to exist|(?:has|have) (?:expired|gone missing|gone away|disappeared|vanished)",
    ),
    further=(
        r"(?:it )?(?:has|have|may have|might have|could have|is|was) (?:been )?(?:moved|archived|renamed|relocated|merged|withdrawn|closed|filled|replaced|retired|unlisted|hidden)(?: or \w+ed)?",
        r"(?:it )?(?:has|may have|might have) (?:been )?(?:removed|deleted|expired|unpublished)|moved|archived|renamed|withdrawn|relocated|closed|filled|expired|broken|out of date|incorrect|mistyped|is no more",
        r"(?:has )?never existed|(?:has|have) not (?:yet )?been (?:published|created)|(?:is )?not (?:yet )?(?:published|created|public(?:ly available)?)|(?:the )?(?:url|link|address) is (?:incorrect|wrong|invalid|broken|mistyped)",
    ),
    joints=r"or|and|and/or|, or|, and|or else|because it|as it|or it|and it",
    places=(
        r"any ?more|any longer|(?:at|under|on|in|from|with|for) (?:this|that|the|our) (?:(?:given|requested|specified|new|old|current|entered) )?(?:(?:web|internet|news|document|research|digital|online) ?)?(?:address|url|location|server|(?:web ?)?site|link|"
        r"system|repository|database|catalogue?|collection|archive|library|portal|wiki|forum|id|identifier|name|number|title|platform|page)"
    ),
    wholes=(
        r"(?:it (?:looks like|seems(?: that| like)?|appears(?: that)?) )?(?:nothing (?:was|has been|could be) found|there(?: is|['’]s) nothing) (?:(?:at|in|on) this (?:location|address|place|page|url)|here)",
        r"there (?:is|was) no [a-z][a-z-]{2,20} with (?:this|that|such an?) (?:id|identifier|number|name|title|reference|code)",
        r"no [a-z][a-z-]{2,20} with (?:this|that|the given|such an?) (?:id|identifier|number|name|title|address|reference|code) (?:is|was|has been|could be|exists?)(?: (?:registered|found|listed|known|recorded|on file|held|available|in (?:this|our|the) [a-z]+))?",
        (
            rf"(?:either )?(?:the |this |that )?(?:link|url|address)(?: (?:that )?you[^.!?,\n]{{1,30}})? (?:is|was|may be|might be|could be) (?:incorrect|wrong|broken|invalid|outdated|mistyped|misspelled|bad),? or (?:the |this )?(?:{_THING})"
            r"(?: (?:that )?you[^.!?,\n]{1,40})? (?:(?:has|may have|might have|could have|was|is) (?:been )?(?:moved|removed|deleted|renamed|gone)|no longer exists|does(?:n['’]t| not) exist)(?: or (?:been )?(?:moved|removed|deleted|renamed))?"
        ),
        r"(?:that['’]s an? )?four[- ]oh[- ]four|(?:it )?looks like (?:we['’]ve got some|this is an?|there is an?|you(?:['’]ve)? followed an?) (?:broken|dead) links?|you(?:['’]ve)? just hit an? (?:route|page|link) that doesn['’]t exist",
        rf"(?:invalid|unknown|unrecogni[sz]ed|non-?existent|no such|nonexisting|deleted|removed|bad|wrong) (?:or (?:missing|expired|invalid|unknown|deleted|obsolete) )?(?:{_ADJECTIVE} )?(?:{_THING})(?: (?:id|number|name|requested|specified|identifier|address|reference))?(?: {IDENT})?",
        rf"no (?:such |matching |valid )?(?:{_THING})(?:s)? (?:(?:was |were |is |has been |could be )?(?:found|specified|selected|exists?|available|here)|(?:exists? )?(?:with|at|under|for) (?:this|that|the) (?:id|address|url|name|number|identifier|title|location))(?: {IDENT})?",
        rf"(?:(?:we(?:['’]re| are| were| have been)?|i['’]m|the (?:server|system)(?: is| was)?) )?(?:unable to|failed to|can ?not|can['’]t(?: seem to)?|could(?: ?not|n['’]t)|did(?: not|n['’]t)) (?:find|locate|resolve|identify|retrieve) (?:(?:the|that|this|your|an?|any|what) )?(?:{_ADJECTIVE} ){{0,2}}(?:{_THING})(?: in (?:the )?database(?: table)?(?: [\w.]{{2,30}})?)?{_YOU}",
        rf"there (?:is|was) (?:currently |sadly |unfortunately )?no (?:such )?(?:{_THING})(?: (?:here|with (?:this|that) (?:name|id|title)|by (?:this|that) name|matching (?:this|that|your) request))?",
        rf"no (?:such|matching|corresponding) (?:{_THING})",
        rf"no (?:[a-z][\w.-]{{1,20}} )?(?:{_THING}) with (?:this|that|the (?:given|requested|specified)) (?:id|identifier|number|name|title|address)(?: (?:was found|exists|could be found|is available))?",
        rf"there (?:are|were) no (?:{_THING})s?(?: (?:with|at|under|for) (?:this|that) (?:number|id|identifier|address|name|url|title|reference))",
        rf"we (?:searched|looked|tried)[^.!?\n]{{0,40}},? but (?:we )?(?:could(?: not|n['’]t)|did(?: not|n['’]t)|can(?:not|['’]t)) find (?:the|that|this|your|any) (?:{_THING}){_YOU}",
        rf"no (?:such |matching |valid )?(?:[a-z][\w.-]{{1,20}} )?(?:{_THING})s? (?:matche[sd]|match|(?:was |were )?found (?:for|at|under)|exists? (?:for|at|under)|corresponds? to|for) (?:the|this|that|your|requested) (?:requested |given |specified )?(?:[a-z]{3, 12} )?(?:url|uri|address|path|request|route|handle|id|identifier|location|link)(?: {IDENT})?",
        r"(?:the |this )?(?:web ?)?(?:page|link|url)(?: you[^.!?,\n]{1,40}?)? (?:has |must have |seems to have )?(?:got(?:ten)? lost|flown away|run away|wandered off|gone astray|slipped away|sailed away|floated away)(?: in (?:the|a|our) [a-z -]{2,30})?",
        r"there(?: is|['’]s) nothing (?:here|by|with|under|at)(?: (?:this|that) (?:name|address|url|number|title))?(?: here)?",
        r"nothing (?:here|to see here|to be found here|exists here|lives here|at this address)|this (?:page|link) is (?:dead|broken)|(?:dead|broken) link|page (?:does not|doesn['’]t) exist",
        r"(?:the )?(?:page|link|url|content) (?:you (?:requested|followed|clicked) )?(?:may be|is|seems to be|appears to be) (?:out of date or broken|broken or (?:expired|out of date)|broken,? or the page may have been removed|(?:dead|outdated) or broken)",
    ),
    worldly=(
        r"(?:(?:the|this|that|your|our|an?) )?(?:persons?|authors?|books?|maps?|projects?|groups?|community|communities|story|stories|objects?|publications?|reports?|photos?|images?|pictures?|members?|episodes?|courses?|jobs?|events?|products?|"
        r"offers?|questions?|answers?|news|paper|site|user|tweet) (?:is |are |was |were |has |have |goes |went )?(?:been )?(?:no longer with us|missing|gone|unknown|lost|erased|disappeared|vanished|unavailable|here|there|ceased)\b"
    ),
)
