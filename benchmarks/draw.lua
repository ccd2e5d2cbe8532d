-- For wrk: asks for addresses drawn from a list, one a line. Arguments: the file of the list, the seed of the draw.
local requests = {}

function init(arguments)
  for address in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", address)
  end
  math.randomseed(tonumber(arguments[2]))
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("drawn: %d answers in %d us, %d failed, slowest %d us",
    summary.requests, summary.duration, failed, latency.max))
end
