//! How a wording stands to the criteria of its level, as pages show it.

use riktning_domain::criteria::{Finding, Point};
use riktning_domain::{Names, Text};

/// One criterion, with what is found of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingLine {
    /// What the criterion is called.
    pub names: Names,
    /// Whether the wording fulfils it; `None` where only a person can tell and nobody has.
    pub fulfilled: Option<bool>,
    /// Whether a day is said, and lies outside the period.
    pub outside: bool,
    /// What whoever writes it is asked about.
    pub points: Vec<Point>,
    /// Why it is clear all the same, if somebody has said so.
    pub anyway: Option<Text>,
}

impl FindingLine {
    pub(crate) fn all(findings: Vec<Finding<'_>>) -> Vec<FindingLine> {
        let line = |finding: Finding<'_>| FindingLine {
            names: finding.criterion.names.clone(),
            fulfilled: finding.fulfilled,
            outside: finding.outside,
            points: finding.points,
            anyway: finding.anyway.cloned(),
        };
        findings.into_iter().map(line).collect()
    }
}
