# Chart, table and files for an indicator.

# Which people a figure is about.
chart-breakdown-all = All
chart-breakdown-women = Women
chart-breakdown-men = Men
chart-breakdown-girls = Girls
chart-breakdown-boys = Boys

# Units: as a heading, at a line and in a sentence.
chart-unit-percent = per cent
chart-unit-count = number
chart-unit-index = index
chart-unit-points = points
chart-unit-grade = grade
chart-unit-rank = place
chart-unit-million-sek = millions of Swedish kronor
chart-unit-thousand-sek = thousands of Swedish kronor
chart-prose-percent = { $figure } per cent
chart-prose-points = { $figure } points
chart-prose-million-sek = SEK { $figure } million
chart-prose-thousand-sek = SEK { $figure } thousand
chart-prose-index = index { $figure }
chart-prose-grade = grade { $figure }
chart-prose-named = { $figure } { $unit }
chart-prose-rank = place { $figure }

# A figure with its period.
chart-dated = { $kind ->
    [day] { $figure } on { $period }
   *[other] { $figure } in { $period }
}
chart-dated-bare = { $kind ->
    [day] { $figure } on { $period }
   *[other] { $figure } in { $period }
}
chart-range = { $from }–{ $to }

# Why there is no figure.
chart-missing = Data missing
chart-not-measured = Not measured
chart-not-stated = The source gives no figure
chart-too-few = Not shown, too few people
chart-not-yet = No figure yet
chart-no-forecast = No forecast

# The chart's own texts.
chart-alt-lines = Line chart: { $name }, { $from }–{ $to }
chart-alt-lines-unnamed = Line chart, { $from }–{ $to }
chart-alt-number = { $name }
chart-subtitle = { $name }, { $unit }
chart-target-label = Target { $period }: { $aim }
chart-target-over = Target { $period }
chart-target-name = Target
chart-forecast-name = Forecast
chart-forecast-label = Forecast { $figure }
chart-forecast-label-of = { $who }, forecast { $figure }
chart-gap-label = { $reason } { $period }
chart-gap-written = { $period }: { $reason }

# The description for those who do not see the chart.
chart-desc-span = From { $first } to { $last }.
chart-desc-one = { $what }: { $figure }.
chart-desc-target = The target for { $period } is { $aim }.
chart-desc-forecast = Forecast for { $period }: { $figure } ({ $made }).
chart-desc-forecast-of = Forecast for { $period }, { $who }: { $figure } ({ $made }).
chart-desc-missing = { $reason }: { $periods }.
chart-desc-part = { $what }, { $periods }: { $reason }.
chart-desc-preliminary = Preliminary figures: { $periods }.
chart-desc-revised = Figures changed afterwards: { $periods }.
chart-desc-nothing = There is no figure.
chart-desc-table = All figures are in the table.

# What stands under the chart.
chart-note-starts = The axis starts at { $figure }.
chart-note-ends = The axis ends at { $figure }.
chart-note-first-on-top = Place 1 is at the top.
chart-note-up = Higher is better.
chart-note-down = Lower is better.
chart-note-near = The nearer to the target, the better.
chart-note-target = The dotted line is the target for each period.
chart-note-target-range = The dotted band lies between the limits of the target.
chart-note-target-words = Target { $period }: { $words }.
chart-note-every-other-year = Measured every other year. The years between have no figure.
chart-note-break = From { $period } it is measured in another way: the line is broken. { $how }
chart-note-forecast = A hollow point after a dashed line is a forecast.
chart-note-forecast-made = Forecast for { $period }: { $made }.
chart-note-preliminary = A hollow point is a preliminary figure.
chart-note-revised = A ring around a point: the figure was changed afterwards.
chart-note-millions = The numbers on the axis are in millions.
chart-note-milliards = The numbers on the axis are in billions (thousand millions).
chart-note-power = Multiply the numbers on the axis by 10 to the power of { $power }.

# The heading: what the figures say.
chart-finding-none = No figure found
chart-finding-one = { $latest }. It is the only figure.
chart-finding-one-of-kind = { $latest }
chart-finding-rose = { $latest }, up from { $before }
chart-finding-fell = { $latest }, down from { $before }
chart-finding-same = { $latest }, the same as { $period }
chart-finding-rank-up = { $latest }, higher up than { $before }
chart-finding-rank-down = { $latest }, further down than { $before }
chart-finding-reached = { $finding }. The target of { $aim } is reached.
chart-finding-near = { $finding }. Near the target of { $aim }.
chart-finding-not-reached = { $finding }. The target of { $aim } is not reached.
chart-finding-preliminary = { $finding }. The figure is preliminary.
chart-finding-preliminary-aim = { $finding }. The figure is preliminary, the target is { $aim }.
chart-finding-forecast = Forecast for { $period }: { $figure }.
chart-finding-forecast-aim = Forecast for { $period }: { $figure }, the target is { $aim }.
chart-finding-and-forecast = { $finding }. { $forecast }

# The table.
chart-table-period = Period
chart-table-difference-women = Difference women − men
chart-table-difference-girls = Difference girls − boys
chart-table-difference-women-points = Difference women − men, percentage points
chart-table-difference-girls-points = Difference girls − boys, percentage points
chart-table-target = Target
chart-source = Source
chart-source-figures = Source of the figures
chart-source-targets = Source of the targets
chart-no-difference = Cannot be calculated
chart-no-target = No target found
chart-preliminary = preliminary
chart-decided = Decided on { $day }
chart-forecast = forecast
chart-forecast-made = forecast: { $made }
chart-revised = changed, earlier { $earlier }
chart-revised-bare = changed
chart-our-reading = our reading

# The columns of the file to download.
chart-csv-indicator = indicator
chart-csv-period = period
chart-csv-first-day = first day
chart-csv-last-day = last day
chart-csv-breakdown = who
chart-csv-value = value
chart-csv-unit = unit
chart-csv-reason = why the value is missing
chart-csv-settled = how settled
chart-csv-forecast-by = forecast by
chart-csv-earlier = earlier values
chart-csv-target = target
chart-csv-target-to = target, upper limit
chart-csv-target-words = target in words
chart-csv-collected = collected
chart-csv-source = source
chart-csv-url = address of the source
chart-csv-note = note
chart-csv-target-source = source of the target
chart-csv-target-note = about the target
chart-csv-target-ours = the period of the target is our reading
chart-csv-invented = invented example
chart-csv-difference-women = difference women − men
chart-csv-difference-girls = difference girls − boys
chart-csv-points = percentage points
chart-csv-told = as the source has it
chart-csv-final = final
chart-yes = yes
chart-no = no
compare = Comparison
compare-of = Comparison: { $name }
compare-ingress = This is the figure here and in other municipalities. Municipalities differ in their conditions, so nobody is ranked.
compare-unknown = These are not in the comparison: { $names }. The municipalities that are stand below. Choose among them.
compare-unknown-h = A municipality is not in the comparison
compare-shape = { $place } is the diamond. The other municipalities are rings.
compare-too-few = There are too few figures to draw.
compare-caption = The figures of the municipalities, { $period }
compare-municipality = Municipality
compare-figure = Figure
compare-choose = Choose municipalities
compare-choose-help = Tick those that you want to see. Without a tick all are shown.
compare-all = Show all municipalities
compare-none = No comparison with other municipalities has been found for this indicator.
compare-groups = Groups in which the municipality compares itself
compare-see = Compare with other municipalities
compare-beside = Beside other municipalities, { $period }:
compare-unranked = Municipalities differ in their conditions and are not ranked.
compare-csv-indicator = Indicator
compare-csv-municipality = Municipality
compare-csv-period = Period
compare-csv-value = Value
compare-csv-unit = Unit
compare-csv-group = Group
compare-csv-source = Source
compare-csv-invented = Invented
