//! What a drawing is painted with: the page's classes, or literal colours on paper.

/// Where a drawing will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// On a web page: classes only, so that the page's style sheet decides the colours, light or
    /// dark. There is never a `style` attribute: the content security policy forbids them.
    Page,
    /// On paper: literal colours as presentation attributes, and the SVG stands alone.
    Print,
}

/// The style sheet of every class that a drawing on a page uses. It reads the page's variables
/// (`--text`, `--yta`, `--kvinna` …), and belongs in the page's own style sheet.
pub const STYLE: &str = include_str!("chart.css");

/// What is painted. Each has a class on the page and attributes on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Grid,
    Zero,
    Small,
    Gap,
    Target,
    TargetBand,
    Leader,
    Line(Hue),
    /// The link to a forecast.
    Expected(Hue),
    Dot(Hue),
    Hollow(Hue),
    Ring(Hue),
    Label(Hue),
    TargetLabel,
    SparkTarget,
    SparkLine,
    SparkDot,
    SparkExpected,
    SparkHollow,
}

/// Who a line is about: everybody, women and girls, or men and boys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hue {
    Total,
    Female,
    Male,
}

const TEXT: &str = "#16262B";
const MUTED: &str = "#4C5A5F";
const HAIRLINE: &str = "#DCD3C4";
const EDGE: &str = "#7C7468";
const BAND: &str = "#F2ECE2";
const THREAD: &str = "#B5301B";
const FEMALE: &str = "#0A6C8A";
const MALE: &str = "#9A5200";

impl Hue {
    fn colour(self) -> &'static str {
        match self {
            Hue::Total => TEXT,
            Hue::Female => FEMALE,
            Hue::Male => MALE,
        }
    }
}

impl Ink {
    /// The attributes of a paint, with the space before them. `size` is the type size.
    pub(crate) fn paint(self, paint: Paint, size: f64) -> String {
        match self {
            Ink::Page => format!(" class=\"{}\"", class(paint)),
            Ink::Print => attributes(paint, size),
        }
    }
}

fn class(paint: Paint) -> &'static str {
    match paint {
        Paint::Grid => "d-axel",
        Paint::Zero => "d-noll",
        Paint::Small => "d-etikett",
        Paint::Gap => "d-lucka",

        Paint::Target => "d-mal",
        Paint::TargetBand => "d-malband",
        Paint::Leader => "d-led",
        Paint::Line(Hue::Total) => "d-tot",
        Paint::Line(Hue::Female) => "d-kv",
        Paint::Line(Hue::Male) => "d-man",
        Paint::Expected(Hue::Total) => "d-prog",
        Paint::Expected(Hue::Female) => "d-prog d-prog-kv",
        Paint::Expected(Hue::Male) => "d-prog d-prog-man",
        Paint::Dot(Hue::Total) => "d-punkt",
        Paint::Dot(Hue::Female) => "d-kvp",
        Paint::Dot(Hue::Male) => "d-manp",
        Paint::Hollow(Hue::Total) => "d-ihalig",
        Paint::Hollow(Hue::Female) => "d-ihalig d-ihalig-kv",
        Paint::Hollow(Hue::Male) => "d-ihalig d-ihalig-man",
        Paint::Ring(Hue::Total) => "d-ring",
        Paint::Ring(Hue::Female) => "d-ring d-ring-kv",
        Paint::Ring(Hue::Male) => "d-ring d-ring-man",
        Paint::Label(Hue::Total) => "l-tot",
        Paint::Label(Hue::Female) => "l-kv",
        Paint::Label(Hue::Male) => "l-man",
        Paint::TargetLabel => "l-mal",
        Paint::SparkTarget => "g-mal",
        Paint::SparkLine => "g-linje",
        Paint::SparkDot => "g-punkt",
        Paint::SparkExpected => "g-linje g-prog",
        Paint::SparkHollow => "g-ihalig",
    }
}

fn attributes(paint: Paint, size: f64) -> String {
    let line = |colour: &str, width: f64, more: &str| {
        format!(" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{more}")
    };
    let label = |colour: &str| {
        format!(
            " fill=\"{colour}\" font-size=\"{size}\" font-weight=\"600\" stroke=\"#FFFFFF\" \
             stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        )
    };
    match paint {
        Paint::Grid => line(HAIRLINE, 1.0, ""),
        Paint::Zero => line(EDGE, 1.0, ""),
        Paint::Small => format!(" fill=\"{MUTED}\" font-size=\"{size}\""),
        Paint::Gap => format!(" fill=\"{BAND}\""),
        Paint::Target => line(
            THREAD,
            2.0,
            " stroke-dasharray=\"2 5\" stroke-linecap=\"round\"",
        ),
        Paint::TargetBand => format!(" fill=\"{THREAD}\" fill-opacity=\"0.1\""),
        Paint::Leader => line(EDGE, 1.0, ""),
        Paint::Line(Hue::Total) => line(
            TEXT,
            3.5,
            " stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        ),
        Paint::Line(Hue::Female) => line(FEMALE, 2.0, ""),
        Paint::Line(Hue::Male) => line(MALE, 2.0, " stroke-dasharray=\"7 4\""),
        Paint::Expected(hue) => line(hue.colour(), 2.0, " stroke-dasharray=\"4 5\""),
        Paint::Dot(hue) => format!(" fill=\"{}\"", hue.colour()),
        Paint::Hollow(hue) => format!(
            " fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"2.5\"",
            hue.colour()
        ),
        Paint::Ring(hue) => line(hue.colour(), 1.5, ""),
        Paint::Label(hue) => label(hue.colour()),
        Paint::TargetLabel => label(THREAD),
        Paint::SparkTarget => line(
            THREAD,
            1.8,
            " stroke-dasharray=\"1.5 4\" stroke-linecap=\"round\"",
        ),
        Paint::SparkLine => line(
            TEXT,
            2.2,
            " stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        ),
        Paint::SparkDot => format!(" fill=\"{TEXT}\""),
        Paint::SparkExpected => line(TEXT, 2.0, " stroke-dasharray=\"3 4\""),
        Paint::SparkHollow => format!(" fill=\"#FFFFFF\" stroke=\"{TEXT}\" stroke-width=\"2\""),
    }
}
