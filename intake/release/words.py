"""The words that tell a title, a person's name, a field and the setting of a sentence from the name of a firm."""

import re
from functools import lru_cache

# Heads of a firm or an institution, longest first where one holds another.
_OF_FIRM = (
    "대표이사 사장|대표이사 회장|대표이사|공동대표이사|각자대표이사|공동대표|각자대표|총괄대표|부대표|대표원장|대표변호사|대표"
    "|부회장|회장|부사장|사장|전무이사|상무이사|전무|상무|기술이사|사내이사|총괄이사|이사장|이사|CEO|CTO|COO|CFO|CSO|CMO|CPO|CAIO|CDO|CIO"
    "|선임매니저|책임매니저|매니저|선임연구원|책임연구원|수석연구원|지사장|지점장|법인장|연구소장|부소장|소장|연구원장|부원장|원장"
    "|부총장|총장|학장|처장|교수|센터장|본부장|부본부장|사업부장|부장|팀장|실장|그룹장|부문장|파트장|차장|과장|단장|부단장|위원장|부위원장"
    "|사무국장|사무총장|국장|의장|파트너|디렉터|총괄|책임|수석|선임|그룹 회장|AI&CO장|고문|최고경영자|최고기술책임자|최고운영책임자|최고재무책임자|최고전략책임자|기술책임자|책임자|관장|협회장|조합장|이사회의장"
)
# People of the city, of other offices and of parliament.
_OF_OFFICE = (
    "행정부시장|경제부시장|부시장|시장|부지사|도지사|지사|구청장|군수|시의장|시의원|구의원|국회의원|의원|교육감|장관|차관|청장|비서관|보좌관"
    "|정무특보|특보|기획관|담당관|정책관|추진단장|정책보좌관|협의회장|대사|영사|총영사"
)
OFFICIAL = re.compile(rf"(?:{_OF_OFFICE})$")
# A title in one word may carry its office in front: 인공지능산업융합사업단장, AI개발부장, 연구부총장.
_PARTS = sorted({title for title in f"{_OF_FIRM}|{_OF_OFFICE}".split("|") if " " not in title}, key=len, reverse=True)
_COMPOUND = re.compile(
    r"[가-힣A-Za-z0-9&]*(?:[가-힣](?:국|실|단|부|본부|센터|팀|과|원|소|위원|협의회|조합|진흥원|연구원|연구소|사업단)장|(?:총|학|처|청|의|회|사|시)장|교육감"
    r"|책임자|[가-힣A-Z]총괄|연구원|매니저|정책관|기획관|담당관|보좌관|CEO|CTO|대표이사|위원장|의원)"
)
_BARE_TITLE = frozenset(_PARTS)
_SENIOR_OF_FIRM = re.compile(
    r"(?:책임자|총괄|대표|대표이사|공동대표|각자대표|회장|사장|전무|상무|이사|전무이사|상무이사|매니저|지사장|법인장|C[A-Z]{1,2}O|부대표|연구원)(?:\([A-Z]{2,5}\))?$"
)

_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반"
    "왕금옥육인맹제모탁국은편용예봉경사부가복태목형피두감호음빈동온시범좌팽승간상갈라단계"
)
_NOT_PEOPLE = frozenset(
    "이날은 이번은 이날이 이들은 이들이 우리는 우리가 정부는 정부가 한국은 지역은 지역이 시민은 시민이 기업은 기업이 조합은 조합이 이번에 최근은 최근에 이어서 우선은"
    " 전문은 기업인 전문가 관계자 참석자 임직원 신제품 고객사 소비자 이용자 개발자 연구자 투자자 창업자 기업가 사업가 이사장 지사장 부사장 부회장 부대표 사업은 사업이".split()
)
_COMMON_SURNAMES = frozenset("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변")
_RARE_SURNAMES = frozenset("옹종시당빙범창초탄판평포풍필학해형호화환후흥자점증내누담대돈묵미애야영요")
_DOUBLE_SURNAMES = frozenset({"남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"})
_HANGUL = re.compile(r"[가-힣]+")
_NAME_PART = re.compile(r"[가-힣]{1,8}|[A-Z][A-Za-z.'-]*")

FIELD_WORDS = frozenset(
    "AI 인공지능 헬스케어 데이터 빅데이터 에너지 플랫폼 로봇 로보틱스 모빌리티 반도체 팹리스 보안 의료 콘텐츠 문화 교육 제조 금융 농업 바이오 미디어 게임 메타버스"
    " 자율주행 블록체인 클라우드 드론 안전 국방 유통 물류 환경 뷰티 반려동물 영상 음성 챗봇 디지털트윈 응용 소프트웨어 하드웨어 자동차 스마트팜 스마트시티"
    " 스마트공장 스마트팩토리 핀테크 에듀테크 푸드테크 생활 급식 관광 법률 건설 조선 통신 네트워크 솔루션 서비스 응용서비스 복지 돌봄 교통 항공 우주 산업 기술 행정"
    " 인재양성 인력양성 사이버보안 딥러닝 컴퓨터비전 융합 의료기기 가전 광융합 문화콘텐츠 데이터센터 AI반도체 디지털헬스케어 식품 패션 기업 연구기관 대학 협회".split()
)
_CITY = re.compile(
    r"(?:광주(?:광역)?시?|광주·전남|전남도?|전라남도|시|우리 시|市|정부|지자체|과학기술정보통신부|과기정통부|산업통상자원부|중소벤처기업부)"
    r"(?:[(].*)?"
)

# What ends a word that belongs to the sentence and not to a name: particles, endings, and nouns that announce a name.
_SETTING = re.compile(
    r".*(?:에서|에는|에게|에선|부터|까지|에|통해|위해|위한|따라|등|등의|및|또|또는|이날|오전|오후|오는"
    r"|\d일|[0-9]+시|[월화수목금토일]요일|분야|부문|계열|기업들?|업체들?|전문기업|전문업체|유망기업|스타트업|벤처기업|유치기업|회사|개사|곳|참여기업|참가기업|협약기업|기관|관련|대표|전문"
    r"|뒤|후|주|달|해|이로써|하고|하며|하여|되는|기업별|먼저|이어|이번|특히|그중|이중|가운데|외에|함께|각각|모두|총|여기에|바로|이들|선도기업|강소기업|대표기업|혁신기업|기자|비롯해|비롯|같은|갖춘|이끄는|이룬|나선|꼽히는|알려진|밝힌|:|=|>|\])"
    r"|미국|일본|중국|독일|영국|프랑스|캐나다|이스라엘|싱가포르|국내|서울|대전|부산|판교|열고|갖고|맺고|있고|그리고|이|그|저|본|당일|현지시간|현지시각|신규|새로|추가로"
)
_ADNOMINAL = re.compile(r".*(?:[가-힣]는|한|된|할|던|인|의|..로|만든|키운|이끈|펴낸|다룬|바꿀|만들|높인|줄인)")
_WITH_FINAL, _WITHOUT = frozenset("은이을과"), frozenset("는가를와")


def ends_with_particle(word, particles):
    """Whether the last letter of `word` can be one of these particles: 은, 이, 을 and 과 follow a closed syllable, 는, 가, 를
    and 와 an open one. 소울와 and 농사과 are names; after Latin letters and digits both are possible."""
    if len(word) < 2 or word[-1] not in particles:
        return False
    before = word[-2]
    if before in ")'\"”":
        before = re.sub(r"[)'\"”(]", "", re.sub(r"\([^()]*\)$", "", word[:-1]))[-1:] or "a"
    if not "가" <= before <= "힣":
        return before.isalnum() or before == "㈜"
    closed = (ord(before) - 0xAC00) % 28 != 0
    return word[-1] in (_WITH_FINAL if closed else _WITHOUT)


@lru_cache(4096)
def is_setting(word):
    """Whether `word` belongs to the sentence and not to a name that follows it."""
    return bool(_SETTING.fullmatch(word)) or may_be_setting(word)


def may_be_setting(word):
    """A word that ends like a verb or with a particle, as the name of a firm may too where nothing stands before it."""
    return bool(_ADNOMINAL.fullmatch(word)) or ends_with_particle(word, "은는이가을를과와")


def is_only_setting(word):
    return bool(_SETTING.fullmatch(word))


def is_city(words):
    return bool(_CITY.fullmatch(words))


def is_field(words):
    return all(word in FIELD_WORDS for word in re.split(r"[\s·]+", words) if word)


_ABBREVIATED = re.compile(r"\([A-Z]{2,5}\)$")


@lru_cache(4096)
def is_title(word):
    """대표이사, CEO, 인공지능산업국장. A person's name that happens to end like a title (지의장) has three letters."""
    word = _ABBREVIATED.sub("", word)
    if word in _BARE_TITLE:
        return True
    return bool(len(word) > 3 and _COMPOUND.fullmatch(word) and not looks_like_a_name(word) > 1)


def is_title_of_firm(title):
    return bool(_SENIOR_OF_FIRM.search(title))


def is_title_of_office(title):
    """A title that by itself names an office: 시장, 인공지능산업국장, 광주테크노파크 원장 — but not 원장 or 대표이사 alone."""
    return bool(OFFICIAL.search(title)) or (title not in _BARE_TITLE and not is_title_of_firm(title))


_PUBLIC_BODY = re.compile(
    r".*(?:시|구|군|도|시청|구청|의회|정부|테크노파크|진흥원|상공회의소|협의회|교육청|사업단|경제자유구역청|지방중소벤처기업청|중소벤처기업청|집적단지|경제고용진흥원)"
    r"|광주.*(?:재단|센터|본부|공사|공단|은행|연구원|과학기술원)|(?:조선|전남|호남|광주|동신|남부|송원|광주여|동강|조선이공)대(?:학교)?|GIST|지스트|ETRI.*|한국전자통신연구원.*"
)


def is_public_body(name):
    """An office or institution whose heads come to signings as guests: 광주테크노파크, 전남대, a council."""
    return bool(_PUBLIC_BODY.fullmatch(name))


@lru_cache(4096)
def looks_like_a_name(word):
    """How much `word` looks like a Korean person's name: 0 not, 1 perhaps, 2 much, 3 as most are written."""
    if not _HANGUL.fullmatch(word) or not 2 <= len(word) <= 4 or word in FIELD_WORDS or word in _NOT_PEOPLE:
        return 0
    if word[:2] in _DOUBLE_SURNAMES and len(word) > 2:
        return 2
    if word[0] in _RARE_SURNAMES or len(word) == 4:
        return int(len(word) == 3)
    if word[0] not in _SURNAMES:
        return 0
    if len(word) == 2:
        return 1
    return 3 if word[0] in _COMMON_SURNAMES else 2


def may_be_foreign_name(words):
    return 1 <= len(words) <= 3 and all(_NAME_PART.fullmatch(word) for word in words)
