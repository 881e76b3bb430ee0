//! Placeholder.
use axum::Router;
use riktning_app::App;
/// Placeholder.
pub fn router(_app: App) -> Router {
    Router::new()
}
