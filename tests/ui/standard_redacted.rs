fn main() {
    let upstream = String::from("sk-live-123");
    wirefault::errors::ContentFiltered::new().detail(upstream);
}
