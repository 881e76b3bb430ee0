//! The figures that we hold ourselves to, each as a ratio to something run at the same moment.

use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    Ok(())
}
