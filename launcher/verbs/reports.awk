# Reads JUnit XML reports and prints, for people: failures with their messages, what was skipped and why, and the lines
# that tests print as "figures: ...".
# The last line is for the caller: tests failed skipped.

function text(value) {
  gsub(/&#10;/, "\n", value)
  gsub(/&quot;/, "\"", value)
  gsub(/&lt;/, "<", value)
  gsub(/&gt;/, ">", value)
  gsub(/&apos;/, "'", value)
  gsub(/&amp;/, "\\&", value)
  return value
}

function attribute(name,    rest, start) {
  start = index($0, " " name "=\"")
  if (start == 0) return ""
  rest = substr($0, start + length(name) + 3)
  return text(substr(rest, 1, index(rest, "\"") - 1))
}

# A message that begins the block's own text, after <![CDATA[ and the name of the exception.
function first_line(    rest) {
  rest = $0
  sub(/^.*<!\[CDATA\[/, "", rest)
  sub(/\]\]>.*$/, "", rest)
  sub(/^[A-Za-z0-9_.$]+(Exception|Error): /, "", rest)
  sub(/^Assumption failed: /, "", rest)
  return rest
}


/<testcase / {
  tests++
  test = attribute("classname") "." attribute("name")
}

/<(failure|error)[ >]/ {
  failed++
  printf "\n%s\n", test
  telling = 12
  $0 = first_line()
  if ($0 ~ /^ *$/) next
}

telling {
  if ($0 ~ /^\tat |<\/(failure|error)>/) telling = 0
  else {
    print "  " $0
    telling--
  }
}

/(^|\[)figures: / {
  figures = $0
  sub(/^.*figures: /, "", figures)
  sub(/\]\]>.*$/, "", figures)
  if (!(figures in told)) print text(figures)
  told[figures]
}

/<skipped/ {
  skipped++
  reason = attribute("message")
  if (reason == "") reason = first_line()
  if (reason ~ /^ *$|</) reason = "no reason given"
  reasons[reason]++
}

END {
  for (reason in reasons) printf "skipped %d: %s\n", reasons[reason], reason
  printf "%d %d %d\n", tests, failed, skipped
}
