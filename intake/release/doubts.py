"""Why a reading should be looked at: the codes that screens put into words, each with what it means."""

# On the whole reading
NO_SIGNING = "no-signing"  # the text tells of no signing with the city
COUNT_DIFFERS = "count-differs"  # the text states so many firms, the reader found another number of them
COUNTS_DIFFER = "counts-differ"  # the text itself states two counts: the words hold the other one
NUMBERS_DIFFER = "numbers-differ"  # the text gives the agreements two different ranges: the words hold the other one
NUMBERS_AGAINST_COUNT = (
    "numbers-against-count"  # the range holds another number of agreements than the text states firms
)
DAY_DIFFERS = "day-differs"  # two days of the month are told for the signing: the words hold the other one
DAY_NOT_SURE = "day-not-sure"  # the signing sentence tells no day, or only that of the announcement
MONTH_NOT_KNOWN = "month-not-known"  # a day of the month without a month, and no day of publication to count from
STRAY_COMPANY = "stray-company"  # a firm that stands in the list of people but not among those that signed
STRAY_WORDS = "stray-words"  # words beside a person that belong neither to the name nor to the firm

# On a party
MISPRINT = "misprint"  # the text also spells the firm in another way: the words hold it
ONE_LIST_ONLY = "one-list-only"  # the firm stands only in the list of people, which makes up the stated count
NOT_IN_SIGNING = "not-in-signing"  # no sentence lists who signed: the firm is taken from the list of people

# On a person
TITLE_SHARED = "title-shared"  # the title was printed once for several people

ALL = frozenset(
    value for name, value in list(globals().items()) if name.isupper() and name != "ALL" and isinstance(value, str)
)
