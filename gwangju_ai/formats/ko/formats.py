"""Dates as Korean public offices write them (행정업무의 운영 및 혁신에 관한 규정, art. 7)."""

DATE_FORMAT = SHORT_DATE_FORMAT = "Y. n. j."
YEAR_MONTH_FORMAT = "Y. n."
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "Y. n. j. H:i"
TIME_FORMAT = "H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y. %m. %d.", "%Y.%m.%d.", "%Y.%m.%d", "%Y%m%d", "%Y년 %m월 %d일"]
NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = ","
DECIMAL_SEPARATOR = "."
