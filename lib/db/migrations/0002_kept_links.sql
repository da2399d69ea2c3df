ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_sign_in_request_id_sign_in_requests_id_fk";
--> statement-breakpoint
ALTER TABLE "tokens" DROP CONSTRAINT "tokens_sign_in_request_id_sign_in_requests_id_fk";
--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "language" "language";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_sign_in_request_id_sign_in_requests_id_fk" FOREIGN KEY ("sign_in_request_id") REFERENCES "public"."sign_in_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_sign_in_request_id_sign_in_requests_id_fk" FOREIGN KEY ("sign_in_request_id") REFERENCES "public"."sign_in_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscribers_pending" ON "subscribers" USING btree ("created_at") WHERE "subscribers"."state" = 'pending';